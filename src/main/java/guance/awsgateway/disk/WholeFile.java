package guance.awsgateway.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that a reader, or a restart after a power cut, sees whole or not at all. */
public final class WholeFile {

    private WholeFile() {}

    /** Makes the folder where it is missing. Takes the place of a file of that name. */
    public static void write(Path file, String text) throws IOException {
        OwnersOnly.createDirectories(file.getParent());
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            writeThrough(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        sync(file.getParent());
    }

    private static void writeThrough(Path file, String text) throws IOException {
        try (FileChannel channel =
                OwnersOnly.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            OwnersOnly.write(channel, text);
            channel.force(true);
        }
    }

    /** The name is on disk only when its folder is. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
