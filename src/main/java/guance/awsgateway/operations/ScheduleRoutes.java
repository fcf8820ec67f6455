package guance.awsgateway.operations;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.quartz.SchedulerException;
import org.quartz.Trigger.TriggerState;

/** The routes by which the jobs fire, one a target and job. */
final class ScheduleRoutes {

    private final Supplier<CamelContext> camel;

    /**
     * @param camel null before the start
     */
    ScheduleRoutes(Supplier<CamelContext> camel) {
        this.camel = camel;
    }

    /** As the templates are instantiated. */
    static String id(String targetId, Job job) {
        return job + "-" + targetId;
    }

    /**
     * No further firing; a run that goes on comes to its end. Camel's own suspend would wait for
     * that, and after camel.main.shutdown-timeout stop the route by force.
     *
     * @throws IllegalStateException where nothing is scheduled
     */
    void suspend(String targetId, Job job) throws Exception {
        if (scheduled(targetId, job).getEndpoint() instanceof QuartzEndpoint quartz) {
            quartz.pauseTrigger();
        } else {
            camel.get().getRouteController().suspendRoute(id(targetId, job));
        }
    }

    /**
     * @throws IllegalStateException where nothing is scheduled
     */
    void resume(String targetId, Job job) throws Exception {
        if (scheduled(targetId, job).getEndpoint() instanceof QuartzEndpoint quartz) {
            quartz.resumeTrigger();
        }
        camel.get().getRouteController().resumeRoute(id(targetId, job));
    }

    private Route scheduled(String targetId, Job job) {
        return route(targetId, job)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "there is no schedule %s in this process"
                                                .formatted(id(targetId, job))));
    }

    private Optional<Route> route(String targetId, Job job) {
        return Optional.ofNullable(camel.get()).map(all -> all.getRoute(id(targetId, job)));
    }

    /** Whether it would fire, but for somebody who has suspended it, here or in Camel. */
    boolean isSuspended(String targetId, Job job) {
        return route(targetId, job)
                .filter(route -> isPaused(route) || status(route).isSuspended())
                .isPresent();
    }

    /** Whether it fires. */
    boolean isStarted(String targetId, Job job) {
        return route(targetId, job)
                .filter(route -> !isPaused(route) && status(route).isStarted())
                .isPresent();
    }

    private ServiceStatus status(Route route) {
        return camel.get().getRouteController().getRouteStatus(route.getId());
    }

    private static boolean isPaused(Route route) {
        if (!(route.getEndpoint() instanceof QuartzEndpoint quartz)) {
            return false;
        }
        try {
            TriggerState state =
                    quartz.getComponent().getScheduler().getTriggerState(quartz.getTriggerKey());
            return state == TriggerState.PAUSED;
        } catch (SchedulerException e) {
            throw new IllegalStateException("quartz does not tell its triggers: " + e, e);
        }
    }
}
