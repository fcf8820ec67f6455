package guance.awsgateway;

import guance.awsgateway.database.LeaseRow;
import guance.awsgateway.trouble.Code;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.support.LifecycleStrategySupport;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The schedules of the targets, which Quartz keeps in a database so that one node fires each. */
final class SharedSchedules extends MainListenerSupport {

    /** By which Quartz finds {@link QuartzConnections}. */
    static final String CONNECTIONS = "guance-aws-gateway-state";

    private static final Logger LOG = LoggerFactory.getLogger(SharedSchedules.class);
    private static final String QUARTZ = "camel.component.quartz.properties[org.quartz.%s]";

    private final Runnable leave;

    /**
     * @param leave told as Camel stops, before it waits for what is in flight
     */
    SharedSchedules(Runnable leave) {
        this.leave = leave;
    }

    /**
     * What Camel is told.
     *
     * @param process this one among the nodes
     */
    static Map<String, String> properties(String process) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("camel.component.quartz.prefix-instance-name", "false");
        put(properties, "scheduler.instanceName", LeaseRow.SCHEDULER);
        put(properties, "scheduler.instanceId", process);
        put(properties, "jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        put(
                properties,
                "jobStore.driverDelegateClass",
                "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        put(properties, "jobStore.dataSource", CONNECTIONS);
        put(properties, "jobStore.isClustered", "true");
        put(properties, "jobStore.clusterCheckinInterval", "5000");
        // Text instead of Java's objects.
        put(properties, "jobStore.useProperties", "true");
        return properties;
    }

    /** Whether a property is of the store alone. */
    static boolean isOfStore(String property) {
        return property.startsWith("camel.component.quartz.properties[org.quartz.jobStore.");
    }

    private static void put(Map<String, String> properties, String key, String value) {
        properties.put(QUARTZ.formatted(key), value);
    }

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        CamelContext camel = main.getCamelContext();
        camel.addLifecycleStrategy(
                new LifecycleStrategySupport() {
                    @Override
                    public void onComponentAdd(String name, Component component) {
                        if (component instanceof QuartzComponent quartz) {
                            quartz.addScheduleInitTask(scheduler -> dropOthers(scheduler, camel));
                        }
                    }

                    @Override
                    public void onContextStopping(CamelContext context) {
                        leave.run();
                        leaveToOthers(context);
                    }
                });
    }

    /** What no route here fires would fire for ever: a target was taken out of the settings. */
    private static void dropOthers(Scheduler scheduler, CamelContext camel)
            throws SchedulerException {
        Set<JobKey> ours =
                camel.getRoutes().stream()
                        .map(Route::getEndpoint)
                        .filter(QuartzEndpoint.class::isInstance)
                        .map(SharedSchedules::key)
                        .collect(Collectors.toSet());
        for (JobKey key : scheduler.getJobKeys(GroupMatcher.anyJobGroup())) {
            if (!ours.contains(key)) {
                scheduler.deleteJob(key);
                LOG.info("{}: its schedule is dropped, for all nodes", key);
            }
        }
    }

    private static JobKey key(Endpoint endpoint) {
        QuartzEndpoint quartz = (QuartzEndpoint) endpoint;
        return new JobKey(quartz.getTriggerName(), quartz.getGroupName());
    }

    /** A run that came while this node stops would not begin. */
    private static void leaveToOthers(CamelContext camel) {
        try {
            if (camel.hasComponent("quartz") instanceof QuartzComponent quartz
                    && quartz.getScheduler() != null) {
                quartz.getScheduler().standby();
            }
        } catch (SchedulerException e) {
            LOG.warn(
                    Code.DATABASE_AWAY.marker(),
                    "the schedules fire here until the stop: {}",
                    e.toString());
        }
    }
}
