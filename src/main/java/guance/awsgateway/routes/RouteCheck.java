package guance.awsgateway.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.spi.RoutesLoader;
import org.apache.camel.support.PluginHelper;

/**
 * Loads routes as a start would, in a Camel of its own that is never started: no consumer takes
 * anything, nothing is sent, nothing is shown by JMX.
 *
 * @param properties what Camel would be started with
 * @param beans by the names that YAML uses; Camel tells some of them which context they are in, so
 *     they are not those of a context that runs
 * @param called the names of {@code direct} endpoints that beans send to
 */
public record RouteCheck(
        Map<String, String> properties, Map<String, Object> beans, Set<String> called) {

    /**
     * @return in the order of the files and lines, each once; empty where all is well
     */
    public List<RouteProblem> of(RouteFiles files) {
        List<RouteProblem> unread = unreadable(files);
        return unread.isEmpty() ? ofReadable(files) : unread;
    }

    /**
     * What is no YAML, or no route; it needs no settings.
     *
     * @return in the order of the files, one each
     */
    public static List<RouteProblem> unreadable(RouteFiles files) {
        try (DefaultCamelContext context = new DefaultCamelContext(false)) {
            context.build();
            return files.files().stream().flatMap(file -> parse(context, file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<RouteProblem> parse(CamelContext context, RouteFile file) {
        try {
            RoutesLoader loader = PluginHelper.getRoutesLoader(context);
            for (RoutesBuilder routes : loader.findRoutesBuilders(file.resource())) {
                ((RouteBuilder) routes).configureRoutes(context);
            }
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(Failures.problem(e, RouteFile.DIRECTORY + file.name()));
        }
    }

    private List<RouteProblem> ofReadable(RouteFiles files) {
        List<Mention> mentions =
                files.files().stream().flatMap(file -> Mentions.in(file).stream()).toList();
        Main scratch = scratch(files);
        try {
            Optional<RouteProblem> failure = failure(scratch::init);
            CamelContext context = scratch.getCamelContext();
            List<RouteProblem> problems = MentionCheck.of(context, mentions, called);
            if (!problems.isEmpty()) {
                return problems.stream().distinct().toList();
            }
            return failure.or(() -> failure(context::init)).stream().toList();
        } finally {
            scratch.stop();
        }
    }

    private static Optional<RouteProblem> failure(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(Failures.problem(e, "routes"));
        }
    }

    private Main scratch(RouteFiles files) {
        Main scratch = new Main();
        scratch.setShutdownStrategy(new SimpleMainShutdownStrategy());
        scratch.setDefaultPropertyPlaceholderLocation("false");
        scratch.setRoutesCollector(new ReadRoutes(files));
        Map<String, String> given = new TreeMap<>(properties);
        given.put("camel.main.name", "check-of-routes");
        given.put("camel.main.jmx-enabled", "false");
        given.put("camel.main.source-location-enabled", "true");
        given.put("camel.management.enabled", "false");
        given.put("camel.metrics.enabled", "false");
        given.forEach(scratch::addInitialProperty);
        beans.forEach(scratch::bind);
        return scratch;
    }
}
