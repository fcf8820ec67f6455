package guance.awsgateway;

import guance.awsgateway.settings.Loaded;
import guance.awsgateway.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Camel starts with: our defaults, the user's settings above them, and the mode. */
final class CamelProperties {

    private CamelProperties() {}

    /**
     * @param directory where {@code routes/} may be; the routes in the jar serve where it is not
     */
    static Map<String, String> of(Loaded loaded, List<Target> targets, Mode mode, Path directory) {
        Map<String, String> properties = new TreeMap<>(CamelDefaults.of(targets.size()));
        Path routes = directory.resolve("routes");
        properties.put(
                "camel.main.routesIncludePattern",
                Files.isDirectory(routes)
                        ? "file:" + routes + "/*.camel.yaml"
                        : "classpath:routes/*.camel.yaml");
        if (mode.isScheduled()) {
            properties.putAll(Schedules.of(targets));
        }
        if (mode.isScheduled() && loaded.settings().management().port() != 0) {
            properties.putAll(Schedules.ofThePage());
        }
        properties.putAll(loaded.properties());
        properties.put("collector.dry-run", String.valueOf(mode.isDry()));
        return properties;
    }
}
