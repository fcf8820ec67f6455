package guance.awsgateway.operations.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a directory can be written, or made; a file is made in it, and deleted.
 *
 * @param setting that names it
 */
record DirectoryCheck(String setting, Path directory) {

    private static final String HERE = "this machine";

    Finding finding() {
        Path there = directory.toAbsolutePath();
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        try {
            Files.delete(Files.createTempFile(there, "guance-aws-gateway-", ".check"));
            return Finding.ok(HERE, setting, directory + " can be written");
        } catch (IOException e) {
            return Finding.failed(
                    HERE,
                    setting,
                    "%s cannot be written (%s); allow it to the collector's user, or name another"
                            .formatted(directory, e));
        }
    }
}
