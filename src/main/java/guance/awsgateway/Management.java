package guance.awsgateway;

import guance.awsgateway.operations.ManagementRoutes;
import guance.awsgateway.settings.ManagementSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.main.ManagementHttpServer;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/** Camel's management server, where the mode and the settings have one. */
final class Management extends MainListenerSupport {

    private final ManagementSettings settings;
    private final boolean served;

    Management(ManagementSettings settings, Mode mode) {
        this.settings = settings;
        served = mode.isScheduled() && settings.port() != 0;
    }

    /** Whether there is a server. */
    boolean isServed() {
        return served;
    }

    /** What Camel is told; the rest of its server (consoles, upload, sending) stays off. */
    Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("camel.management.enabled", String.valueOf(served));
        properties.put("camel.management.host", settings.host());
        properties.put("camel.management.port", String.valueOf(settings.port()));
        properties.put("camel.metrics.enabled", String.valueOf(served));
        return properties;
    }

    /**
     * Tries the address, as Camel's server starts without it and says so in a warning only.
     *
     * @throws IllegalStateException where it cannot be had, with what to do
     */
    void requireAddress() {
        if (!served) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "management.host = %s, management.port = %s cannot be served (%s); stop what"
                                    .formatted(settings.host(), settings.port(), e.getMessage())
                            + " listens there, or set another management.port, or 0 for none");
        }
    }

    @Override
    public void afterConfigure(BaseMainSupport main) {
        try {
            main.getCamelContext().addStartupListener((context, again) -> complete(context));
        } catch (Exception e) {
            throw new IllegalStateException("Camel takes no listener", e);
        }
    }

    /** Camel's server is up, and the schedules do not fire yet. */
    private static void complete(CamelContext context) {
        ManagementHttpServer server = context.hasService(ManagementHttpServer.class);
        if (server != null) {
            context.getRegistry()
                    .findByType(ManagementRoutes.class)
                    .forEach(routes -> routes.addTo(server.getRouter()));
        }
    }
}
