package guance.awsgateway;

import guance.awsgateway.operations.OperationsBeans;
import guance.awsgateway.operations.Standstill;
import guance.awsgateway.routes.RouteFiles;
import guance.awsgateway.settings.Loaded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.main.MainListener;

/** The routes of a collector as they run, one start of Camel after the other by the same beans. */
final class Flows {

    private final Loaded loaded;
    private final Mode mode;
    private final AllBeans beans;
    private final Management management;
    private final Optional<Sharing> sharing;
    private volatile RouteFiles routes;
    private volatile Flow flow;

    /**
     * @param sharing with other nodes, if there are
     */
    Flows(Edition edition, Mode mode, AllBeans beans, Optional<Sharing> sharing) {
        this.mode = mode;
        this.beans = beans;
        this.sharing = sharing;
        loaded = edition.loaded();
        routes = edition.routes();
        management = new Management(loaded.settings().management(), mode);
    }

    /**
     * Returns once the routes run; a route that cannot be loaded is an exception.
     *
     * @param suspended ids of the routes whose schedule does not fire until somebody resumes it
     */
    void begin(Set<String> suspended) {
        management.requireAddress();
        start(suspended);
    }

    private void start(Set<String> suspended) {
        standstill().prepare(suspended);
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
        all.add(new AtStart(standstill()::suspendKept));
        if (shared) {
            all.add(new SharedSchedules(sharing.orElseThrow()::leaveSchedules));
        }
        return all;
    }

    /**
     * Runs other routes in place of these, once nothing is under way. Where they do not start,
     * these do again.
     *
     * @return false, without having acted, where something is sent by hand
     * @throws RuntimeException why they did not start
     */
    boolean swap(RouteFiles next) {
        return operations().routes().between(() -> replace(next));
    }

    private void replace(RouteFiles next) {
        RouteFiles before = routes;
        Set<String> suspended = standstill().suspended();
        try {
            restart(next, suspended);
        } catch (RuntimeException e) {
            restart(before, suspended);
            throw e;
        }
    }

    private void restart(RouteFiles next, Set<String> suspended) {
        flow.end();
        routes = next;
        start(suspended);
    }

    private Standstill standstill() {
        return operations().standstill();
    }

    private OperationsBeans operations() {
        return beans.operations();
    }

    /** Null before the start. */
    Flow now() {
        return flow;
    }

    /** Null while the routes do not run. */
    CamelContext context() {
        Flow now = flow;
        return now == null ? null : now.context();
    }

    /** Whether the routes run. */
    boolean isRunning() {
        CamelContext now = context();
        return now != null && now.isStarted();
    }

    /** Lets what is in flight end, or be parked, within 20 s. */
    void stop() {
        Flow now = flow;
        if (now != null) {
            now.stop();
        }
    }
}
