package guance.awsgateway;

import guance.awsgateway.routes.Comparison;
import guance.awsgateway.routes.RouteCheck;
import guance.awsgateway.routes.RouteFiles;
import guance.awsgateway.routes.RouteProblem;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the settings and routes of a directory could run, and how its routes compare to those
 * that this version ships. Nothing is called, started or written.
 */
final class Validation {

    private static final Logger LOG = LoggerFactory.getLogger(Validation.class);

    private final RouteFiles shipped;
    private final Optional<RouteFiles> there;

    /**
     * @param directory where {@code routes/} may be; the routes in the jar serve where it is not
     * @throws IOException where they cannot be read
     */
    Validation(Path directory) throws IOException {
        shipped = RouteFiles.shipped();
        there = RouteFiles.in(directory);
    }

    /** Those of the directory, or of the jar. */
    RouteFiles routes() {
        return there.orElse(shipped);
    }

    RouteFiles shipped() {
        return shipped;
    }

    /**
     * A line of the log that says which routes run; a warning where some are of another version.
     */
    void tell() {
        there.map(files -> Comparison.of(shipped, files)).ifPresent(Validation::tell);
    }

    private static void tell(Comparison routes) {
        if (routes.isMixed()) {
            LOG.warn(
                    Code.ROUTES_OF_ANOTHER_VERSION.marker(),
                    "routes/: {}; --validate --diff shows how they differ",
                    routes.summary());
        } else {
            LOG.info("routes/: {}", routes.summary());
        }
    }

    /**
     * Prints the route files, and on the standard error what is wrong.
     *
     * @param settings reads them
     * @param diff whether to print what was edited too
     * @return the exit code
     */
    int print(Callable<Loaded> settings, Clock clock, boolean diff, PrintStream out)
            throws Exception {
        there.map(files -> Comparison.of(shipped, files))
                .ifPresentOrElse(
                        routes -> print(routes, diff, out),
                        () -> out.println("There is no routes/: the routes in the jar serve."));
        RouteFiles routes = routes();
        List<RouteProblem> unread = RouteCheck.unreadable(routes);
        unread.forEach(System.err::println);
        Loaded loaded = settings.call();
        List<RouteProblem> problems =
                unread.isEmpty() ? Trial.of(loaded, routes, clock) : List.of();
        problems.forEach(System.err::println);
        int count = unread.size() + problems.size();
        if (count > 0) {
            System.err.println("routes/ cannot run. [%s]".formatted(Code.EDIT_REFUSED));
            return Commands.WRONG_SETTINGS;
        }
        out.println("Settings and routes could run. --check tries what they call.");
        return 0;
    }

    private static void print(Comparison routes, boolean diff, PrintStream out) {
        out.println(routes.table());
        if (diff && !routes.diff().isEmpty()) {
            out.println();
            out.println(routes.diff());
        }
        out.println();
    }
}
