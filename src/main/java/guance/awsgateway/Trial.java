package guance.awsgateway;

import guance.awsgateway.operations.DirectRoutes;
import guance.awsgateway.routes.RouteCheck;
import guance.awsgateway.routes.RouteFiles;
import guance.awsgateway.routes.RouteProblem;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.target.Stopwatch;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether routes could run by settings, with every schedule. Nothing is called, started or written,
 * so it can be asked beside a collector that runs.
 */
final class Trial {

    private Trial() {}

    /**
     * @return empty where they could
     */
    static List<RouteProblem> of(Loaded loaded, RouteFiles routes, Clock clock) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        try (AllBeans beans =
                new AllBeans(
                        loaded.settings(),
                        Mode.DRY_RUN,
                        Optional.empty(),
                        () -> null,
                        Outside.of(nowhere, clock, Stopwatch.monotonic()))) {
            Map<String, String> properties =
                    CamelProperties.of(loaded, beans.targets().all(), Mode.SCHEDULED, Map.of());
            return new RouteCheck(properties, beans.all(), DirectRoutes.NAMES).of(routes);
        }
    }
}
