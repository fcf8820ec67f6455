package guance.awsgateway.operations.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.operations.ManagementRoutes;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;

/** Answers as Camel does for readiness, 200 or 503 and a list of checks, with all of them. */
final class FreshRoute implements ManagementRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<? extends HealthCheck> checks;

    FreshRoute(List<? extends HealthCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    @Override
    public void addTo(Router router) {
        router.get("/observe/health/fresh").blockingHandler(this::answer, false);
    }

    /** Whether every check is up. */
    boolean isFresh() {
        return checks.stream().allMatch(check -> check.call().getState() == State.UP);
    }

    private void answer(RoutingContext context) {
        List<Result> results = checks.stream().map(HealthCheck::call).toList();
        boolean up = results.stream().allMatch(result -> result.getState() == State.UP);
        context.response()
                .setStatusCode(up ? 200 : 503)
                .putHeader("content-type", "application/json; charset=utf-8")
                .end(text(up, results));
    }

    private static String text(boolean up, List<Result> results) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("status", up ? State.UP : State.DOWN);
        List<Map<String, Object>> told = new ArrayList<>();
        results.forEach(result -> told.add(told(result)));
        all.put("checks", told);
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and enums are always JSON", e);
        }
    }

    private static Map<String, Object> told(Result result) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", result.getCheck().getId());
        told.put("status", result.getState());
        result.getMessage().ifPresent(message -> told.put("message", message));
        return told;
    }
}
