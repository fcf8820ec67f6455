package guance.awsgateway;

import guance.awsgateway.delivery.Replay;
import guance.awsgateway.operations.Costs;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.OperationsBeans;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.operations.Runs;
import guance.awsgateway.routes.RouteFiles;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.settings.StateSettings;
import guance.awsgateway.target.Stopwatch;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;

/** The routes and the beans that they name, wired from the settings and started by Camel. */
public final class Collector implements AutoCloseable {

    private final Thread onSignal = new Thread(() -> flows().stop(), "stop-on-signal");
    private final Mode mode;
    private final AllBeans beans;
    private final StateDirectory state;
    private final Optional<Sharing> sharing;
    private volatile Flows flows;

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
        this(
                new Edition(loaded, routesIn(directory)),
                mode,
                StateDirectory.of(loaded.settings().state(), mode, clock),
                Outside.of(out, clock, stopwatch));
    }

    /**
     * @param state is let go at the close
     */
    Collector(Edition edition, Mode mode, StateDirectory state, Outside outside) {
        this.mode = mode;
        this.state = state;
        Settings settings = edition.loaded().settings();
        sharing = sharing(settings.state());
        beans = allBeans(settings, outside);
        flows = new Flows(edition, mode, beans, sharing);
    }

    private static RouteFiles routesIn(Path directory) {
        try {
            Optional<RouteFiles> own = RouteFiles.in(directory);
            return own.isPresent() ? own.get() : RouteFiles.shipped();
        } catch (IOException e) {
            throw new UncheckedIOException("routes/ cannot be read: " + e, e);
        }
    }

    private Optional<Sharing> sharing(StateSettings settings) {
        try {
            return Sharing.of(settings);
        } catch (RuntimeException e) {
            state.close();
            throw e;
        }
    }

    private AllBeans allBeans(Settings settings, Outside outside) {
        try {
            return new AllBeans(settings, mode, sharing, this::context, outside);
        } catch (RuntimeException e) {
            sharing.ifPresent(Sharing::close);
            state.close();
            throw e;
        }
    }

    /** Null while the routes do not run; the beans may ask before there are any. */
    private CamelContext context() {
        Flows now = flows;
        return now == null ? null : now.context();
    }

    /** One bean more, before the start: how a test looks on. */
    void bind(String name, Object bean) {
        beans.bind(name, bean);
    }

    /**
     * Returns once the routes run, which a signal to the process stops; a route file that cannot be
     * loaded is an exception.
     */
    public void start() throws Exception {
        Runtime.getRuntime().addShutdownHook(onSignal);
        begin(Set.of());
    }

    /**
     * As {@link #start}, but who calls listens to signals.
     *
     * @param suspended ids of the routes whose schedule does not fire until somebody resumes it
     */
    void begin(Set<String> suspended) {
        operations().takeUp(!mode.keepsState());
        flows.begin(suspended);
    }

    /** The routes as they run. */
    Flows flows() {
        return flows;
    }

    OperationsBeans operations() {
        return beans.operations();
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
            operations().routes().replay();
        }
        EveryJobOnce.run(beans.targets().all(), operations().routes());
        return operations().runs().ended();
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
        operations().routes().replay();
        return replay().waiting();
    }

    /** What is parked, and what became of it. */
    Replay replay() {
        return beans.rooms().delivery().replay();
    }

    /** How many runs {@link #runAll} is of. */
    public int jobs() {
        return beans.targets().all().size() * Job.values().length;
    }

    /** The runs and their figures. */
    public Runs runs() {
        return operations().runs();
    }

    /** What the targets are going to cost. */
    Costs costs() {
        return operations().costs();
    }

    /** Lets what is in flight end, or be parked, within 20 s. */
    @Override
    public void close() {
        try {
            flows.stop();
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // It is the signal that closes.
        } finally {
            beans.close();
            sharing.ifPresent(Sharing::close);
            state.close();
        }
    }
}
