package guance.awsgateway;

import guance.awsgateway.operations.Origin;
import guance.awsgateway.settings.StateSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/** The machine or the container. */
final class Host {

    private Host() {}

    /**
     * A state directory has one collector at a time, so its place tells those of a machine apart.
     */
    static Origin origin(StateSettings state) {
        Path place = state.directory().toAbsolutePath().normalize();
        return new Origin(name() + ":" + place, Version.text());
    }

    /** {@code HOSTNAME}, so that a user can choose it, else what the system says. */
    private static String name() {
        String chosen = System.getenv("HOSTNAME");
        return chosen == null || chosen.isBlank() ? ofSystem() : chosen.strip();
    }

    private static String ofSystem() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
