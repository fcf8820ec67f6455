package guance.awsgateway;

import guance.awsgateway.delivery.Replay;
import guance.awsgateway.operations.Costs;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.Offsets;
import guance.awsgateway.operations.OperationsBeans;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.operations.Runs;
import guance.awsgateway.operations.Surroundings;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.Stopwatch;
import guance.awsgateway.target.Targets;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** The routes and the beans that they name, wired from the settings and started by Camel. */
public final class Collector implements AutoCloseable {

    private final Main camel = new Main();
    private final Thread onSignal = new Thread(camel::stop, "stop-on-signal");
    private final Mode mode;
    private final Targets targets;
    private final Beans beans;
    private final OperationsBeans operations;
    private final StateDirectory state;
    private final Management management;
    private final Stopping stopping;

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
        Settings settings = loaded.settings();
        this.mode = mode;
        management = new Management(settings.management(), mode);
        state = StateDirectory.of(settings.state(), mode, clock);
        targets = new Targets(settings.accounts());
        Offsets offsets = new Offsets(settings.operation().jitter(), clock);
        stopping = new Stopping(offsets, camel::getCamelContext, this::cut);
        beans = beans(settings, clock, stopwatch);
        operations =
                new OperationsBeans(
                        settings,
                        beans.rooms(),
                        offsets,
                        new Surroundings(
                                stopping::isOn,
                                this::obstacle,
                                camel::getCamelContext,
                                out,
                                Host.origin(settings.state())),
                        clock);
        camel.setDefaultPropertyPlaceholderLocation("false");
        camel.addMainListener(new SettingsFirst());
        camel.addMainListener(new AtStop(stopping::begin));
        camel.addMainListener(management);
        CamelProperties.of(loaded, targets.all(), mode, directory)
                .forEach(camel::addInitialProperty);
        management.properties().forEach(camel::addInitialProperty);
        beans.all().forEach(camel::bind);
        operations.all().forEach(camel::bind);
        new ShownBeans(settings, management.isServed(), beans, operations, clock)
                .all()
                .forEach(camel::bind);
    }

    /** One bean more, before the start: how a test looks on. */
    void bind(String name, Object bean) {
        camel.bind(name, bean);
    }

    /** They read what earlier runs have left. */
    private Beans beans(Settings settings, Clock clock, Stopwatch stopwatch) {
        try {
            return new Beans(
                    settings, targets, !mode.keepsState(), stopping::isOn, clock, stopwatch);
        } catch (RuntimeException e) {
            state.close();
            throw e;
        }
    }

    /**
     * Returns once the routes run, which a signal to the process stops; a route file that cannot be
     * loaded is an exception.
     */
    public void start() throws Exception {
        prepare();
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
        prepare();
        camel.run();
        return camel.getExitCode();
    }

    private void prepare() {
        operations.takeUp(!mode.keepsState());
        management.requireAddress();
    }

    /**
     * What is parked first, then every job of every target once: objects before metrics, so that
     * these are joined, and targets side by side.
     *
     * @return a record of each run that came to its end; a route that failed outside of what it
     *     catches has none
     */
    public List<RunRecord> runAll() {
        if (!mode.isDry()) {
            operations.routes().replay();
        }
        EveryJobOnce.run(targets.all(), operations.routes());
        return operations.runs().ended();
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
        operations.routes().replay();
        return replay().waiting();
    }

    /** What is parked, and what became of it. */
    Replay replay() {
        return beans.delivery().replay();
    }

    private void cut() {
        beans.delivery().cut();
    }

    private Optional<String> obstacle() {
        return stopping.isOn()
                ? Optional.of("the collector stops")
                : beans.delivery().outlet().obstacle();
    }

    /** How many runs {@link #runAll} is of. */
    public int jobs() {
        return targets.all().size() * Job.values().length;
    }

    /** The runs and their figures. */
    public Runs runs() {
        return operations.runs();
    }

    /** What the targets are going to cost. */
    Costs costs() {
        return operations.costs();
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
            stopping.close();
            operations.close();
            beans.close();
            state.close();
        }
    }
}
