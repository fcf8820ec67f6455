package guance.awsgateway;

import guance.awsgateway.disk.DirectoryLock;
import guance.awsgateway.disk.HeldException;
import guance.awsgateway.settings.StateSettings;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory of what the collector remembers, which one collector holds at a time. */
final class StateDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StateDirectory.class);

    private final Optional<DirectoryLock> lock;

    private StateDirectory(Optional<DirectoryLock> lock) {
        this.lock = lock;
    }

    /**
     * Holds it where the mode writes into it.
     *
     * @throws IllegalStateException where that is not possible, with what to do
     */
    static StateDirectory of(StateSettings settings, Mode mode, Clock clock) {
        return new StateDirectory(
                mode.keepsState()
                        ? Optional.of(lock(settings.directory(), clock.instant()))
                        : Optional.empty());
    }

    /** For who runs while another holds it for him. */
    static StateDirectory ofAnother() {
        return new StateDirectory(Optional.empty());
    }

    private static DirectoryLock lock(Path directory, Instant now) {
        try {
            return DirectoryLock.of(directory, self(now));
        } catch (HeldException e) {
            throw new IllegalStateException(
                    "state.directory = %s is held by %s; stop it, or give this one a"
                                    .formatted(directory, e.getMessage())
                            + " state.directory of its own");
        } catch (IOException e) {
            throw new IllegalStateException(
                    "state.directory = %s cannot be written (%s); allow it to the collector's user,"
                                    .formatted(directory, e)
                            + " or name another directory");
        }
    }

    private static String self(Instant now) {
        return "process %s on %s since %s"
                .formatted(
                        ProcessHandle.current().pid(), host(), now.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a host without a name";
        }
    }

    @Override
    public void close() {
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException e) {
            LOG.warn(
                    Code.DISK_REFUSES.marker(),
                    "the lock of state.directory ends with the process only: {}",
                    e.toString());
        }
    }
}
