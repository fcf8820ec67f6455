package guance.awsgateway.disk;

import java.io.IOException;
import java.nio.file.Path;

/** A file that a newer version wrote, and that this one must neither read nor replace. */
public final class NewerFormatException extends IOException {

    private static final long serialVersionUID = 1;

    NewerFormatException(Path file, int written, int known) {
        super(
                "%s has format %s, and this version knows only %s; run the version that wrote it"
                                .formatted(file, written, known)
                        + ", or move it away and lose what it remembers");
    }
}
