package guance.awsgateway;

import guance.awsgateway.operations.Job;
import guance.awsgateway.target.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The routes that each target has of the templates, as properties of Camel. */
final class Schedules {

    /** Over this time the targets begin what is due at the start. */
    private static final Duration SPREAD = Duration.ofSeconds(10);

    private Schedules() {}

    static Map<String, String> of(List<Target> targets) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("camel.route-template[replay-parked].template-id", "replay-schedule");
        for (Target target : targets) {
            for (Job job : Job.values()) {
                add(properties, target, job.toString(), job + "-schedule");
            }
            String route = add(properties, target, "start", "at-start");
            long place = properties.keySet().stream().filter(k -> k.endsWith(".delay")).count();
            long delay = SPREAD.toMillis() * place / targets.size();
            properties.put(route + ".delay", String.valueOf(delay));
        }
        return properties;
    }

    /** What the management port serves besides Camel's own paths, if it is open. */
    static Map<String, String> ofThePage() {
        Map<String, String> properties = new TreeMap<>();
        serve(properties, "serve-page", "/", "false", "GET");
        serve(properties, "serve-page-files", "/page/", "true", "GET");
        serve(properties, "serve-api", "/api/", "true", "GET,POST");
        return properties;
    }

    private static void serve(
            Map<String, String> properties, String id, String path, String below, String methods) {
        String route = "camel.route-template[%s]".formatted(id);
        properties.put(route + ".template-id", "serve");
        properties.put(route + ".path", path);
        properties.put(route + ".below", below);
        properties.put(route + ".methods", methods);
    }

    private static String add(
            Map<String, String> properties, Target target, String prefix, String template) {
        String route = "camel.route-template[%s-%s]".formatted(prefix, target.id());
        properties.put(route + ".template-id", template);
        properties.put(route + ".target", target.id());
        return route;
    }
}
