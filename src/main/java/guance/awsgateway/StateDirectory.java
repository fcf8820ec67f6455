package guance.awsgateway;

import guance.awsgateway.disk.DirectoryLock;
import guance.awsgateway.disk.HeldException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The directory of what the collector remembers, which one collector holds at a time. */
final class StateDirectory {

    private StateDirectory() {}

    /**
     * @throws IllegalStateException where that is not possible, with what to do
     */
    static DirectoryLock lock(Path directory, Instant now) {
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
}
