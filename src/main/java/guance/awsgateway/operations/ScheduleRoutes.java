package guance.awsgateway.operations;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger.TriggerState;

/** The routes by which the jobs fire, one a target and job. */
final class ScheduleRoutes {

    private final Supplier<CamelContext> camel;
    private final Nodes nodes;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    /**
     * @param camel null before the start
     */
    ScheduleRoutes(Supplier<CamelContext> camel, Nodes nodes) {
        this.camel = camel;
        this.nodes = nodes;
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
        held.remove(id(targetId, job));
        if (scheduled(targetId, job).getEndpoint() instanceof QuartzEndpoint quartz) {
            pause(quartz);
        } else {
            camel.get().getRouteController().suspendRoute(id(targetId, job));
        }
    }

    /**
     * @throws IllegalStateException where nothing is scheduled
     */
    void resume(String targetId, Job job) throws Exception {
        if (scheduled(targetId, job).getEndpoint() instanceof QuartzEndpoint quartz) {
            if (isShared(quartz)) {
                scheduler(quartz).resumeTrigger(quartz.getTriggerKey());
            } else {
                quartz.resumeTrigger();
            }
        }
        camel.get().getRouteController().resumeRoute(id(targetId, job));
    }

    /** The ids of those that somebody has suspended. */
    Set<String> suspended() {
        return Optional.ofNullable(camel.get()).stream()
                .flatMap(all -> all.getRoutes().stream())
                .filter(this::isSuspended)
                .map(Route::getId)
                .collect(Collectors.toSet());
    }

    /**
     * They are, from now on, and once the routes start. So is what all nodes have suspended:
     * Camel's start of a schedule whose cron has changed would let it go.
     */
    void keepSuspended(Set<String> ids) {
        kept.addAll(ids);
        nodes.suspended().forEach(each -> kept.add(id(each.targetId(), each.job())));
    }

    /** Before anything fires; what is no longer there is forgotten. */
    void suspendKept() throws Exception {
        for (String id : kept) {
            Route route = camel.get().getRoute(id);
            if (route != null && route.getEndpoint() instanceof QuartzEndpoint quartz) {
                pause(quartz);
            } else if (route != null) {
                ServiceHelper.suspendService(route.getConsumer());
            }
        }
        kept.clear();
    }

    /** For all nodes, where several share the schedules: Camel's own does nothing then. */
    private static void pause(QuartzEndpoint quartz) throws Exception {
        if (isShared(quartz)) {
            scheduler(quartz).pauseTrigger(quartz.getTriggerKey());
        } else {
            quartz.pauseTrigger();
        }
    }

    /** Whether what is done to it is done to all nodes. */
    static boolean isShared(QuartzEndpoint quartz) throws SchedulerException {
        return scheduler(quartz).getMetaData().isJobStoreClustered();
    }

    static Scheduler scheduler(QuartzEndpoint quartz) {
        return quartz.getComponent().getScheduler();
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
        return kept.contains(id(targetId, job))
                || route(targetId, job).filter(this::isSuspended).isPresent();
    }

    boolean isSuspended(Route route) {
        return !held.contains(route.getId()) && (isPaused(route) || status(route).isSuspended());
    }

    /** The ids of those that do not fire, although nobody has suspended them. */
    Set<String> held() {
        return held;
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

    private boolean isPaused(Route route) {
        return route.getEndpoint() instanceof QuartzEndpoint quartz
                && seen(quartz)
                        .map(Nodes.Seen::suspended)
                        .orElseGet(() -> isPausedByQuartz(quartz));
    }

    /** With other nodes, quartz would ask the database, which may be away. */
    private Optional<Nodes.Seen> seen(QuartzEndpoint quartz) {
        return Stream.of(Job.values())
                .filter(job -> job.toString().equals(quartz.getGroupName()))
                .findFirst()
                .flatMap(job -> nodes.seen(new RunKey(quartz.getTriggerName(), job)));
    }

    private static boolean isPausedByQuartz(QuartzEndpoint quartz) {
        try {
            TriggerState state = scheduler(quartz).getTriggerState(quartz.getTriggerKey());
            return state == TriggerState.PAUSED;
        } catch (SchedulerException e) {
            throw new IllegalStateException("quartz does not tell its triggers: " + e, e);
        }
    }
}
