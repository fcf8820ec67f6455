package guance.awsgateway;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Camel is told unless the user's application.properties says otherwise. */
final class CamelDefaults {

    private static final List<String> DANGEROUS =
            List.of("dev-console", "download", "info", "jolokia", "send", "upload");

    private CamelDefaults() {}

    static Map<String, String> of(int targets) {
        Map<String, String> defaults = new TreeMap<>();
        defaults.put("camel.main.name", "guance-aws-gateway");
        // The settings are logged by nobody, and the routes in one line.
        defaults.put("camel.main.auto-configuration-log-summary", "false");
        defaults.put("camel.main.startup-summary-level", "Oneline");
        // Nothing streams here, and a cached body would be posted chunked.
        defaults.put("camel.main.stream-caching-enabled", "false");
        // Below the 30 s that Kubernetes gives; what hangs is cut before, and parked.
        defaults.put("camel.main.shutdown-timeout", "20");
        // Two jobs a target, which never wait for each other, nor for a hanging target.
        defaults.put(
                "camel.component.quartz.properties[org.quartz.threadPool.threadCount]",
                String.valueOf(2 * targets + 4));
        // Grows with the readers at work: a hanging one holds up nobody. From 0, Camel would make
        // it a pool of one thread. Source: DefaultThreadPoolFactory of Camel 4.18.0.
        defaults.put("camel.threadpool.config[reader-threads].pool-size", "1");
        defaults.put(
                "camel.threadpool.config[reader-threads].max-pool-size",
                String.valueOf(Integer.MAX_VALUE));
        defaults.put("camel.threadpool.config[reader-threads].max-queue-size", "0");
        defaults.putAll(management());
        return defaults;
    }

    /** Health and metrics; what could change or show more of the process stays off. */
    private static Map<String, String> management() {
        Map<String, String> defaults = new TreeMap<>();
        defaults.put("camel.management.health-check-enabled", "true");
        defaults.put("camel.management.metrics-enabled", "true");
        for (String dangerous : DANGEROUS) {
            defaults.put("camel.management." + dangerous + "-enabled", "false");
        }
        // A route or consumer in trouble is not a process in trouble.
        defaults.put("camel.health.routes-enabled", "false");
        defaults.put("camel.health.consumers-enabled", "false");
        defaults.put("camel.health.producers-enabled", "false");
        // Metrics of an endpoint would be many, and those of a target's routes say the same.
        defaults.put("camel.metrics.enable-exchange-event-notifier", "false");
        defaults.put("camel.metrics.route-policy-level", "route");
        defaults.put("camel.metrics.skip-camel-info", "true");
        return defaults;
    }
}
