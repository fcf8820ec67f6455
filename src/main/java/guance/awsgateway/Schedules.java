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

    private static String add(
            Map<String, String> properties, Target target, String prefix, String template) {
        String route = "camel.route-template[%s-%s]".formatted(prefix, target.id());
        properties.put(route + ".template-id", template);
        properties.put(route + ".target", target.id());
        return route;
    }
}
