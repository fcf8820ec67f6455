package guance.awsgateway.standin;

import java.util.List;
import java.util.Map;

/**
 * @param caching sends the cache metrics (REST)
 * @param detailed the routes that send metrics of their own; empty: detailed metrics are off
 * @param variables stage variables
 */
public record Stage(
        String name, boolean caching, List<Route> detailed, Map<String, String> variables) {

    public static Stage of(String name) {
        return new Stage(name, false, List.of(), Map.of());
    }

    public Stage cached() {
        return new Stage(name, true, detailed, variables);
    }

    public Stage detailed(Route... routes) {
        return new Stage(name, caching, List.of(routes), variables);
    }

    public Stage variables(Map<String, String> values) {
        return new Stage(name, caching, detailed, values);
    }

    /** What sends samples: the routes, or the stage as a whole. */
    List<Route> routes() {
        return detailed.isEmpty() ? List.of(Route.WHOLE) : detailed;
    }
}
