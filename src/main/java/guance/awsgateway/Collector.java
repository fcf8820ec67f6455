package guance.awsgateway;

import guance.awsgateway.delivery.Replay;
import guance.awsgateway.operations.Costs;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.OperationsBeans;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.operations.Runs;
import guance.awsgateway.routes.RouteFiles;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.target.Stopwatch;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.main.MainListener;

/** The routes and the beans that they name, wired from the settings and started by Camel. */
public final class Collector implements AutoCloseable {

    private final Thread onSignal = new Thread(this::stopRoutes, "stop-on-signal");
    private final Loaded loaded;
    private final Mode mode;
    private final AllBeans beans;
    private final StateDirectory state;
    private final Optional<Sharing> sharing;
    private final Management management;
    private volatile RouteFiles routes;
    private volatile Flow flow;

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
        loaded = edition.loaded();
        routes = edition.routes();
        management = new Management(loaded.settings().management(), mode);
        sharing = sharing();
        beans = allBeans(outside);
    }

    private static RouteFiles routesIn(Path directory) {
        try {
            Optional<RouteFiles> own = RouteFiles.in(directory);
            return own.isPresent() ? own.get() : RouteFiles.shipped();
        } catch (IOException e) {
            throw new UncheckedIOException("routes/ cannot be read: " + e, e);
        }
    }

    private Optional<Sharing> sharing() {
        try {
            return Sharing.of(loaded.settings().state());
        } catch (RuntimeException e) {
            state.close();
            throw e;
        }
    }

    private AllBeans allBeans(Outside outside) {
        try {
            return new AllBeans(loaded.settings(), mode, sharing, this::context, outside);
        } catch (RuntimeException e) {
            sharing.ifPresent(Sharing::close);
            state.close();
            throw e;
        }
    }

    /** Null while the routes do not run. */
    private CamelContext context() {
        Flow now = flow;
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
        management.requireAddress();
        operations().standstill().prepare(suspended);
        run();
    }

    private void run() {
        Map<String, String> shared =
                sharing.filter(nodes -> mode.isScheduled())
                        .map(Sharing::schedules)
                        .orElse(Map.of());
        Map<String, String> properties =
                new TreeMap<>(CamelProperties.of(loaded, beans.targets().all(), mode, shared));
        properties.putAll(management.properties());
        flow =
                new Flow(
                        routes,
                        properties,
                        beans.all(),
                        listeners(!shared.isEmpty()),
                        beans.stopping()::begin);
        flow.start();
    }

    private List<MainListener> listeners(boolean shared) {
        List<MainListener> all = new ArrayList<>();
        all.add(new SettingsFirst());
        all.add(management);
        all.add(new AtStart(operations().standstill()::suspendKept));
        if (shared) {
            all.add(new SharedSchedules());
        }
        return all;
    }

    /**
     * Runs other routes in place of these, by the same beans, once nothing is under way. Where they
     * do not start, these do again.
     *
     * @return false, without having acted, where something is sent by hand
     * @throws RuntimeException why they did not start
     */
    boolean swap(RouteFiles next) {
        return operations().routes().between(() -> replace(next));
    }

    private void replace(RouteFiles next) {
        RouteFiles before = routes;
        Set<String> suspended = operations().standstill().suspended();
        try {
            restart(next, suspended);
        } catch (RuntimeException e) {
            restart(before, suspended);
            throw e;
        }
    }

    private void restart(RouteFiles next, Set<String> suspended) {
        flow.end();
        operations().standstill().prepare(suspended);
        routes = next;
        run();
    }

    /** Whether the routes run. */
    boolean isRunning() {
        CamelContext now = context();
        return now != null && now.isStarted();
    }

    /** Null before the start. */
    Flow flow() {
        return flow;
    }

    private void stopRoutes() {
        if (flow != null) {
            flow.stop();
        }
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
            stopRoutes();
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
