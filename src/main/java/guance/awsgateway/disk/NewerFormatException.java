package guance.awsgateway.disk;

import java.nio.file.Path;

/** A file that a newer version wrote, and that this one must neither read nor replace. */
public final class NewerFormatException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param written the format of the file
     * @param known the newest that this version reads
     */
    public NewerFormatException(Path file, int written, int known) {
        super(
                "%s is of format %s, and this version knows only %s; start the version that wrote"
                                .formatted(file, written, known)
                        + " it, or move the file away and lose what it remembers");
    }
}
