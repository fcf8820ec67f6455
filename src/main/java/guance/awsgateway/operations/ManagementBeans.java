package guance.awsgateway.operations;

import guance.awsgateway.target.Target;
import guance.awsgateway.trouble.Code;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ManagementAgent;
import org.apache.camel.support.LifecycleStrategySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows every job, and the collector, by JMX once Camel has started; Camel's agent takes them away
 * at the stop. Without camel.main.jmx-enabled nothing is shown.
 */
public final class ManagementBeans extends LifecycleStrategySupport {

    /** Of the names of our MBeans; Camel's own are in {@code org.apache.camel}. */
    public static final String DOMAIN = "guance.awsgateway";

    private static final Logger LOG = LoggerFactory.getLogger(ManagementBeans.class);

    private final Rooms rooms;
    private final Jobs jobs;
    private final RunRecords records;
    private final JobControl control;
    private final Supplier<String> deadLetters;
    private final Costs costs;
    private final Reloads reloads;

    /**
     * @param deadLetters a table of them
     */
    ManagementBeans(
            Rooms rooms,
            Jobs jobs,
            RunRecords records,
            JobControl control,
            Supplier<String> deadLetters,
            Costs costs,
            Reloads reloads) {
        this.reloads = reloads;
        this.rooms = rooms;
        this.jobs = jobs;
        this.records = records;
        this.control = control;
        this.deadLetters = deadLetters;
        this.costs = costs;
    }

    @Override
    public void onContextStarted(CamelContext context) {
        ManagementAgent agent = context.getManagementStrategy().getManagementAgent();
        if (agent == null) {
            return;
        }
        try {
            for (Target target : rooms.targets().all()) {
                for (Job job : Job.values()) {
                    agent.register(
                            new ManagedJob(target.id(), job, jobs, records, control),
                            job(target.id(), job));
                }
            }
            agent.register(
                    new ManagedCollector(rooms.replay(), control, deadLetters, costs, reloads),
                    new ObjectName(DOMAIN + ":type=collector"));
        } catch (JMException e) {
            LOG.warn(
                    Code.JMX_MISSING.marker(),
                    "JMX does not show the jobs: {}; they run all the same",
                    e.toString());
        }
    }

    /** Target ids are of letters, digits and hyphens, which need no quotes. */
    private static ObjectName job(String targetId, Job job) throws JMException {
        return new ObjectName("%s:type=job,target=%s,job=%s".formatted(DOMAIN, targetId, job));
    }
}
