package guance.awsgateway.operations.health;

import guance.awsgateway.disk.OwnersOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a directory can be written, found out by writing. */
record Writable(Path directory) {

    /** A few bytes, as a full disk may still take an empty file. */
    Optional<String> trouble() {
        Path probe = directory.resolve(".writable");
        try {
            OwnersOnly.write(probe, "ready\n");
            Files.delete(probe);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    "state.directory = %s cannot be written (%s), and nothing is read meanwhile;"
                                    .formatted(directory, e)
                            + " check that it is there, its space, and that the collector's user"
                            + " may write it");
        }
    }
}
