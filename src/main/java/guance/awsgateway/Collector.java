package guance.awsgateway;

import guance.awsgateway.operations.Costs;
import guance.awsgateway.operations.DryRun;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.operations.Runs;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.target.Stopwatch;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes and the beans that they name, wired from the settings and started by Camel. */
public final class Collector implements AutoCloseable {

    /** How the collect routes are set off, and what becomes of their points. */
    public enum Mode {
        SCHEDULED(true, false),
        ONCE(false, false),
        DRY_RUN(false, true);

        private final boolean scheduled;
        private final boolean dry;

        Mode(boolean scheduled, boolean dry) {
            this.scheduled = scheduled;
            this.dry = dry;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

    private final Main camel = new Main();
    private final Thread onSignal = new Thread(camel::stop, "stop-on-signal");
    private final Targets targets;
    private final Runs runs;
    private final Beans beans;
    private final Costs costs;

    /**
     * @param directory where {@code routes/} may be; the routes in the jar serve where it is not
     * @param out where a dry run prints its points
     */
    public Collector(Loaded loaded, Mode mode, Path directory, PrintStream out, Clock clock) {
        this(loaded, mode, directory, out, clock, Stopwatch.monotonic());
    }

    /**
     * @param stopwatch by which calls of AWS are limited, and wait
     */
    Collector(
            Loaded loaded,
            Mode mode,
            Path directory,
            PrintStream out,
            Clock clock,
            Stopwatch stopwatch) {
        targets = new Targets(loaded.settings().accounts());
        runs = new Runs(targets, clock, this::isStopping);
        camel.setDefaultPropertyPlaceholderLocation("false");
        camel.addMainListener(new SettingsFirst());
        properties(loaded, mode, directory).forEach(camel::addInitialProperty);
        beans = new Beans(loaded.settings(), targets, mode.dry, clock, stopwatch);
        beans.all().forEach(camel::bind);
        costs = new Costs(targets, loaded.settings().metrics(), beans.pace(), clock);
        camel.bind("costs", costs);
        camel.bind("runs", runs);
        camel.bind("dryRun", new DryRun(out));
    }

    /** One bean more, before the start: how a test looks on. */
    void bind(String name, Object bean) {
        camel.bind(name, bean);
    }

    private Map<String, String> properties(Loaded loaded, Mode mode, Path directory) {
        Map<String, String> properties = new TreeMap<>(CamelDefaults.of(targets.all().size()));
        Path routes = directory.resolve("routes");
        properties.put(
                "camel.main.routesIncludePattern",
                Files.isDirectory(routes)
                        ? "file:" + routes + "/*.camel.yaml"
                        : "classpath:routes/*.camel.yaml");
        if (mode.scheduled) {
            targets.all().forEach(target -> schedule(properties, target));
        }
        properties.putAll(loaded.properties());
        properties.put("collector.dry-run", String.valueOf(mode.dry));
        return properties;
    }

    private static void schedule(Map<String, String> properties, Target target) {
        for (Job job : Job.values()) {
            String route = "camel.route-template[%s-%s]".formatted(job, target.id());
            properties.put(route + ".template-id", job + "-schedule");
            properties.put(route + ".target", target.id());
        }
    }

    /**
     * Returns once the routes run, which a signal to the process stops; a route file that cannot be
     * loaded is an exception.
     */
    public void start() throws Exception {
        // Camel's own would wait for run() to end, which nobody called.
        camel.setShutdownStrategy(new SimpleMainShutdownStrategy());
        Runtime.getRuntime().addShutdownHook(onSignal);
        camel.start();
    }

    /**
     * Starts, and returns when the process was asked to stop and has.
     *
     * @return the exit code
     */
    public int run() throws Exception {
        camel.run();
        return camel.getExitCode();
    }

    /**
     * Every job of every target once: objects before metrics, so that these are joined, and targets
     * side by side.
     *
     * @return a record of each run that came to its end; a route that failed outside of what it
     *     catches has none
     */
    public List<RunRecord> runAll() {
        ExecutorService sideBySide = Executors.newFixedThreadPool(targets.all().size());
        try (ProducerTemplate template = camel.getCamelContext().createProducerTemplate()) {
            targets.all().stream()
                    .map(each -> CompletableFuture.runAsync(() -> run(each, template), sideBySide))
                    .toList()
                    .forEach(CompletableFuture::join);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sideBySide.shutdown();
        }
        return runs.ended();
    }

    private static void run(Target target, ProducerTemplate template) {
        for (Job job : Job.values()) {
            Exchange done =
                    template.send(
                            "direct:collect-" + job,
                            exchange -> exchange.setVariable("target", target.id()));
            if (done.getException() != null) {
                LOG.error("{} {}: {}", job, target.text(), Causes.of(done.getException()));
            }
        }
    }

    /** How many runs {@link #runAll} is of. */
    int jobs() {
        return targets.all().size() * Job.values().length;
    }

    /** The runs and their figures. */
    public Runs runs() {
        return runs;
    }

    /** What the targets are going to cost. */
    Costs costs() {
        return costs;
    }

    private boolean isStopping() {
        return camel.getCamelContext() == null || !camel.getCamelContext().isRunAllowed();
    }

    /** Lets what is in flight end, or be parked, within 40 s. */
    @Override
    public void close() {
        camel.stop();
        beans.close();
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // It is the signal that closes.
        }
    }
}
