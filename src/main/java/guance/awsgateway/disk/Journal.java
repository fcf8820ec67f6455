package guance.awsgateway.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** A file of lines that is only appended to, each line on disk when the call returns. */
public final class Journal implements Closeable {

    private final Path file;
    private FileChannel channel;

    /** Touches nothing yet. */
    public Journal(Path file) {
        this.file = file;
    }

    /**
     * The lines, oldest first. What a crash has left of a last line is none; it is cut off by the
     * next line.
     */
    public synchronized List<String> lines() throws IOException {
        byte[] whole = whole();
        return new String(whole, StandardCharsets.UTF_8).lines().toList();
    }

    private byte[] whole() throws IOException {
        byte[] all = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        int end = all.length;
        while (end > 0 && all[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(all, end);
    }

    /**
     * @param line without a line break
     * @throws IOException where the disk refuses; the file is then as it was before
     */
    public synchronized void append(String line) throws IOException {
        FileChannel open = channel();
        long end = open.position();
        try {
            OwnersOnly.write(open, line + '\n');
            open.force(false);
        } catch (IOException e) {
            if (open.isOpen()) {
                open.truncate(end);
            }
            throw e;
        }
    }

    /** Empties it, as what it says stands elsewhere now. */
    public synchronized void clear() throws IOException {
        if (channel != null || Files.exists(file)) {
            channel().truncate(0).force(false);
        }
    }

    private FileChannel channel() throws IOException {
        // An interrupted thread closes it.
        if (channel == null || !channel.isOpen()) {
            OwnersOnly.createDirectories(file.getParent());
            int whole = whole().length;
            FileChannel opened =
                    OwnersOnly.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel = opened.truncate(whole).position(whole);
        }
        return channel;
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
