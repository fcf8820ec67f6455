package guance.awsgateway.operations;

import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Lets nothing begin by itself, so that what is under way comes to its end, and the routes can be
 * replaced. Who asks for a page or sets a run off by hand is still served.
 */
public final class Standstill {

    private final Supplier<CamelContext> camel;
    private final ScheduleRoutes schedules;

    Standstill(Supplier<CamelContext> camel, ScheduleRoutes schedules) {
        this.camel = camel;
        this.schedules = schedules;
    }

    /** The ids of the routes that somebody has suspended. */
    public Set<String> suspended() {
        return schedules.suspended();
    }

    /** Before the routes start: these are suspended before they fire, and none is held. */
    public void prepare(Set<String> suspended) {
        schedules.held().clear();
        schedules.keepSuspended(suspended);
    }

    /** Once the routes are up, before anything fires. */
    public void suspendKept() {
        acting(schedules::suspendKept);
    }

    /** What fires is held; what somebody has suspended before stays so. */
    public void begin() {
        for (Route route : camel.get().getRoutes()) {
            boolean asked =
                    route.getEndpoint() instanceof DirectEndpoint
                            || route.getEndpoint() instanceof PlatformHttpEndpoint;
            if (!asked && !schedules.isSuspended(route)) {
                schedules.held().add(route.getId());
                acting(() -> hold(route));
            }
        }
    }

    private static void hold(Route route) throws Exception {
        if (route.getEndpoint() instanceof QuartzEndpoint quartz) {
            if (ScheduleRoutes.isShared(quartz)) {
                // This node alone: the others fire meanwhile.
                ScheduleRoutes.scheduler(quartz).standby();
            } else {
                quartz.pauseTrigger();
            }
        } else {
            // Camel's own suspension of a route would wait, and then cut what is under way.
            ServiceHelper.suspendService(route.getConsumer());
        }
    }

    /** Whether nothing is under way. */
    public boolean isReached() {
        return camel.get().getInflightRepository().size() == 0;
    }

    /** Goes on with the same routes; what would have fired meanwhile fires now. */
    public void end() {
        for (String id : Set.copyOf(schedules.held())) {
            schedules.held().remove(id);
            acting(() -> release(camel.get().getRoute(id)));
        }
    }

    private static void release(Route route) throws Exception {
        if (route.getEndpoint() instanceof QuartzEndpoint quartz) {
            if (ScheduleRoutes.isShared(quartz)) {
                ScheduleRoutes.scheduler(quartz).start();
            } else {
                quartz.resumeTrigger();
            }
        } else {
            ServiceHelper.resumeService(route.getConsumer());
        }
    }

    private static void acting(Action action) {
        try {
            action.run();
        } catch (Exception e) {
            throw new IllegalStateException("a schedule cannot be held or let go: " + e, e);
        }
    }

    private interface Action {
        void run() throws Exception;
    }
}
