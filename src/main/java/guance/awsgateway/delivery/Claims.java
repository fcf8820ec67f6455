package guance.awsgateway.delivery;

import guance.awsgateway.disk.OwnersOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Says which process may send the parked batches of a category and target: one at a time. The
 * system lets go of a claim when the process dies, however it does.
 *
 * <p>A claim is a lock on one byte of a file that is never read, as closing any channel of a file
 * loses the locks that a process has on it. Source: {@code FileLock}.
 */
final class Claims implements AutoCloseable {

    private final Path file;
    private FileChannel channel;

    Claims(Path folder) {
        this.file = folder.resolve(".lock");
    }

    /** Empty where another has it; else to be let go. */
    synchronized Optional<FileLock> claim(String stream) throws IOException {
        if (channel == null || !channel.isOpen()) {
            OwnersOnly.createDirectories(file.getParent());
            channel = OwnersOnly.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        CRC32 place = new CRC32();
        place.update(stream.getBytes(StandardCharsets.UTF_8));
        try {
            return Optional.ofNullable(channel.tryLock(place.getValue(), 1, false));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
