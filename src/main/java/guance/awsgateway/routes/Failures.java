package guance.awsgateway.routes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.FailedToCreateRouteException;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Reads out of Camel's exceptions where the cause stands. */
final class Failures {

    private static final Pattern PLACE = Pattern.compile("(routes/[^:]+\\.yaml)(?::(\\d+))?");

    private Failures() {}

    /**
     * @param file where the failure itself names none
     */
    static RouteProblem problem(Throwable failure, String file) {
        String in = file;
        int line = 0;
        String reason = "";
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof MarkedYamlEngineException yaml
                    && yaml.getProblemMark().isPresent()) {
                line = yaml.getProblemMark().get().getLine() + 1;
                reason = yaml.getProblem();
                break;
            }
            if (each instanceof FailedToCreateRouteException route && route.getLocation() != null) {
                RouteProblem place = at(route.getLocation(), "");
                in = place.file().isEmpty() ? in : place.file();
                line = place.line();
            }
            reason = String.valueOf(each.getMessage());
        }
        return new RouteProblem(in, line, reason.replaceAll("\\s+", " ").strip());
    }

    /**
     * @param location as Camel writes it
     */
    static RouteProblem at(String location, String reason) {
        Matcher place = PLACE.matcher(String.valueOf(location));
        if (!place.find()) {
            return new RouteProblem("", 0, reason);
        }
        int line = place.group(2) == null ? 0 : Integer.parseInt(place.group(2));
        return new RouteProblem(place.group(1), line, reason);
    }
}
