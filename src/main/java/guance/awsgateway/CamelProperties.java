package guance.awsgateway;

import guance.awsgateway.routes.ReadRoutes;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.target.Target;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Camel starts with: our defaults, the user's settings above them, and the mode. */
final class CamelProperties {

    private CamelProperties() {}

    /**
     * @param shared what keeps the schedules for several nodes; empty without others
     */
    static Map<String, String> of(
            Loaded loaded, List<Target> targets, Mode mode, Map<String, String> shared) {
        Map<String, String> properties = new TreeMap<>(CamelDefaults.of(targets.size()));
        properties.put("camel.main.routes-include-pattern", ReadRoutes.PATTERN);
        if (mode.isScheduled()) {
            properties.putAll(Schedules.of(targets));
        }
        if (mode.isScheduled() && loaded.settings().management().port() != 0) {
            properties.putAll(Schedules.ofThePage());
        }
        properties.putAll(shared);
        properties.putAll(loaded.properties());
        if (shared.isEmpty()) {
            // Quartz refuses what its store in memory does not know.
            properties.keySet().removeIf(SharedSchedules::isOfStore);
        }
        properties.put("collector.dry-run", String.valueOf(mode.isDry()));
        return properties;
    }
}
