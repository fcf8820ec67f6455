package guance.awsgateway.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Holds a directory against other processes, and against others in this one. The system lets go of
 * it when the process dies, however it does.
 *
 * <p>Who holds it stands in a file of its own: to read the locked file, one would open it, and when
 * a process closes any channel of a file it loses its lock on it. Source: {@code FileLock}.
 */
public final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;
    private final Path holder;

    private DirectoryLock(FileChannel channel, Path holder) {
        this.channel = channel;
        this.holder = holder;
    }

    /**
     * Makes the directory where it is missing.
     *
     * @param self what others are told of who holds it
     * @throws HeldException where it is held
     * @throws IOException where the directory cannot be made, written or locked
     */
    public static DirectoryLock of(Path directory, String self) throws IOException {
        OwnersOnly.createDirectories(directory);
        Path holder = directory.resolve("lock.holder");
        FileChannel channel =
                OwnersOnly.open(
                        directory.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            throw new HeldException(read(holder));
        }
        DirectoryLock lock = new DirectoryLock(channel, holder);
        try {
            WholeFile.write(holder, self + "\n");
            return lock;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Closed now, or by the garbage collector, it would take the lock from who holds it.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAtExit(channel)));
            return false;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static void closeAtExit(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // The system closes it a moment later.
        }
    }

    private static String read(Path holder) throws IOException {
        try {
            return Files.readString(holder).strip();
        } catch (NoSuchFileException e) {
            return "another process";
        }
    }

    /** Lets go of the directory. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(holder);
        } finally {
            channel.close();
        }
    }
}
