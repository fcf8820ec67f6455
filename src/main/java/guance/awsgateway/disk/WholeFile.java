package guance.awsgateway.disk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that a reader, or a restart after a power cut, sees whole or not at all. */
public final class WholeFile {

    private static final int BUFFER = 64 * 1024;

    private WholeFile() {}

    /** What is to be written; it does not close the stream, which is buffered. */
    interface Content {
        void to(OutputStream stream) throws IOException;
    }

    /** Makes the folder where it is missing. Takes the place of a file of that name. */
    public static void write(Path file, String text) throws IOException {
        write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    static void write(Path file, Content content) throws IOException {
        OwnersOnly.createDirectories(file.getParent());
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            writeThrough(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        sync(file.getParent());
    }

    private static void writeThrough(Path file, Content content) throws IOException {
        try (FileChannel channel =
                OwnersOnly.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            OutputStream stream =
                    new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            content.to(stream);
            stream.flush();
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
