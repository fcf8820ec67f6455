package guance.awsgateway;

import guance.awsgateway.delivery.Replay;
import guance.awsgateway.disk.DirectoryLock;
import guance.awsgateway.metrics.Schedule;
import guance.awsgateway.operations.Costs;
import guance.awsgateway.operations.DryRun;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.LastRuns;
import guance.awsgateway.operations.Offsets;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.operations.Runs;
import guance.awsgateway.operations.RunsOver;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.Stopwatch;
import guance.awsgateway.target.Targets;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes and the beans that they name, wired from the settings and started by Camel. */
public final class Collector implements AutoCloseable {

    /** How the collect routes are set off, and what becomes of their points. */
    public enum Mode {
        SCHEDULED(true, false, true),
        ONCE(false, false, true),
        DRY_RUN(false, true, false),
        /** Sends what is parked, and collects nothing. */
        REPLAY(false, false, false);

        private final boolean scheduled;
        private final boolean dry;
        private final boolean keepsState;

        Mode(boolean scheduled, boolean dry, boolean keepsState) {
            this.scheduled = scheduled;
            this.dry = dry;
            this.keepsState = keepsState;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

    private final Main camel = new Main();
    private final Thread onSignal = new Thread(camel::stop, "stop-on-signal");
    private final Settings settings;
    private final Mode mode;
    private final Clock clock;
    private final Targets targets;
    private final LastRuns lastRuns;
    private final Offsets offsets;
    private final Runs runs;
    private final Beans beans;
    private final Costs costs;
    private final Optional<DirectoryLock> lock;
    private final ScheduledExecutorService patience =
            Executors.newSingleThreadScheduledExecutor(Collector::daemon);

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
        this.settings = loaded.settings();
        this.mode = mode;
        this.clock = clock;
        lock = lock();
        targets = new Targets(settings.accounts());
        lastRuns = new LastRuns(schedules(settings), clock);
        offsets = new Offsets(settings.operation().jitter(), clock);
        camel.setDefaultPropertyPlaceholderLocation("false");
        camel.addMainListener(new SettingsFirst());
        camel.addMainListener(new AtStop(this::stopping));
        properties(loaded, directory).forEach(camel::addInitialProperty);
        beans = beans(stopwatch);
        runs = new Runs(targets, lastRuns, clock, this::isStopping, this::obstacle);
        beans.all().forEach(camel::bind);
        costs = new Costs(targets, settings.metrics(), beans.pace(), clock);
        camel.bind("costs", costs);
        camel.bind("lastRuns", lastRuns);
        camel.bind("offsets", offsets);
        camel.bind("runs", runs);
        camel.bind("runsOver", new RunsOver(runs));
        camel.bind("dryRun", new DryRun(out));
    }

    /** One bean more, before the start: how a test looks on. */
    void bind(String name, Object bean) {
        camel.bind(name, bean);
    }

    private Map<String, String> properties(Loaded loaded, Path directory) {
        Map<String, String> properties = new TreeMap<>(CamelDefaults.of(targets.all().size()));
        Path routes = directory.resolve("routes");
        properties.put(
                "camel.main.routesIncludePattern",
                Files.isDirectory(routes)
                        ? "file:" + routes + "/*.camel.yaml"
                        : "classpath:routes/*.camel.yaml");
        if (mode.scheduled) {
            properties.putAll(Schedules.of(targets.all()));
        }
        properties.putAll(loaded.properties());
        properties.put("collector.dry-run", String.valueOf(mode.dry));
        return properties;
    }

    private static Map<Job, Schedule> schedules(Settings settings) {
        return Map.of(
                Job.OBJECTS, new Schedule(settings.objects().cron()),
                Job.METRICS, new Schedule(settings.metrics().cron()));
    }

    /** Who keeps no state can go on beside another collector. */
    private Optional<DirectoryLock> lock() {
        return mode.keepsState
                ? Optional.of(StateDirectory.lock(settings.state().directory(), clock.instant()))
                : Optional.empty();
    }

    /** They read what earlier runs have left. */
    private Beans beans(Stopwatch stopwatch) {
        try {
            return new Beans(
                    settings, targets, !mode.keepsState, this::isStopping, clock, stopwatch);
        } catch (RuntimeException e) {
            unlock();
            throw e;
        }
    }

    private void keepLastRuns() {
        lastRuns.keepIn(settings.state().directory(), !mode.keepsState);
    }

    /**
     * Returns once the routes run, which a signal to the process stops; a route file that cannot be
     * loaded is an exception.
     */
    public void start() throws Exception {
        keepLastRuns();
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
        keepLastRuns();
        camel.run();
        return camel.getExitCode();
    }

    /**
     * What is parked first, then every job of every target once: objects before metrics, so that
     * these are joined, and targets side by side.
     *
     * @return a record of each run that came to its end; a route that failed outside of what it
     *     catches has none
     */
    public List<RunRecord> runAll() {
        if (!mode.dry) {
            EveryJobOnce.replay(camel.getCamelContext());
        }
        EveryJobOnce.run(targets.all(), camel.getCamelContext());
        return runs.ended();
    }

    /**
     * Sends what is parked, until it fails.
     *
     * @return how many batches are still parked
     */
    int replayAll(boolean alsoRejected) throws IOException {
        if (alsoRejected) {
            replay().takeUpRejected();
        }
        EveryJobOnce.replay(camel.getCamelContext());
        return replay().waiting();
    }

    /** What is parked, and what became of it. */
    Replay replay() {
        return beans.delivery().replay();
    }

    private Optional<String> obstacle() {
        return isStopping()
                ? Optional.of("the collector stops")
                : beans.delivery().outlet().obstacle();
    }

    /** How many runs {@link #runAll} is of. */
    public int jobs() {
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

    /** What is under way has ten seconds to end by itself; the rest of the twenty is to park it. */
    private void stopping() {
        offsets.close();
        patience.schedule(() -> beans.delivery().cut(), 10, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "cut-at-stop");
        thread.setDaemon(true);
        return thread;
    }

    private boolean isStopping() {
        return offsets.isClosed()
                || camel.getCamelContext() == null
                || !camel.getCamelContext().isRunAllowed();
    }

    /** Lets what is in flight end, or be parked, within 20 s. */
    @Override
    public void close() {
        try {
            camel.stop();
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // It is the signal that closes.
        } finally {
            patience.shutdownNow();
            beans.close();
            unlock();
        }
    }

    private void unlock() {
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException e) {
            LOG.warn("the lock of state.directory ends with the process only: {}", e.toString());
        }
    }
}
