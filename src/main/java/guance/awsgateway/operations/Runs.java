package guance.awsgateway.operations;

import guance.awsgateway.delivery.Delivery;
import guance.awsgateway.metrics.Answer;
import guance.awsgateway.metrics.Bill;
import guance.awsgateway.metrics.MetricRequest;
import guance.awsgateway.metrics.Plan;
import guance.awsgateway.metrics.Reading;
import guance.awsgateway.target.CallTally;
import guance.awsgateway.target.Targets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.quartz.Scheduler;

/** Follows the runs from their first step to their last, and says in one line how each went. */
public final class Runs {

    private final Targets targets;
    private final Clock clock;
    private final RunRecords records;
    private final CallTally calls;
    private final BooleanSupplier stopping;
    private final Supplier<Optional<String>> obstacle;
    private final SharedTurns turns;
    private final RunIds ids = new RunIds();
    private final Queue<RunRecord> ended = new ConcurrentLinkedQueue<>();

    /**
     * @param calls of which each run takes its own
     */
    public Runs(
            Targets targets,
            RunRecords records,
            CallTally calls,
            Surroundings surroundings,
            Clock clock) {
        this.obstacle = surroundings.obstacle();
        this.targets = targets;
        this.records = records;
        this.calls = calls;
        this.clock = clock;
        this.stopping = surroundings.stopping();
        this.turns = new SharedTurns(surroundings.nodes());
    }

    /**
     * The first step of a collect route.
     *
     * @param scheduled the header {@code scheduledFireTime} of quartz, a {@link Date}; null where
     *     something else set the run off, which is then due now
     * @param exchange which Camel gives; the run is over when it is, whatever became of it
     * @return null where the run may not begin: because one of this target and job goes on, here or
     *     on another node, or went on after this one was due, or because the collector stops
     */
    public Run begin(String targetId, Job job, Object scheduled, Exchange exchange) {
        boolean recovered =
                Scheduler.DEFAULT_RECOVERY_GROUP.equals(
                        exchange.getMessage().getHeader("triggerGroup"));
        return open(targetId, job, scheduled, recovered, exchange.getExchangeId());
    }

    /**
     * @param recovered whether quartz repeats it, as the node that began it is dead
     */
    Run open(String targetId, Job job, Object scheduled, boolean recovered, String exchangeId) {
        Instant now = clock.instant();
        Instant due = scheduled instanceof Date date ? date.toInstant() : now;
        RunKey key = new RunKey(targetId, job);
        String id = ids.next(key, now);
        Run run =
                new Run(
                        id,
                        targets.get(targetId),
                        job,
                        due,
                        now,
                        () -> obstacle.get().or(() -> nodes().obstacle(key)));
        boolean fired = scheduled != null;
        return !stopping.getAsBoolean() && turns.take(run, fired, recovered, exchangeId)
                ? run
                : null;
    }

    /** The exchange is; a run that did not come to its end then makes room all the same. */
    void over(String exchangeId) {
        turns.leave(exchangeId);
    }

    /** Says how many APIs or series the run is about. */
    public void found(Run run, Collection<?> what) {
        run.found(what.size());
    }

    /** Tells and counts what of the plan will never be read. */
    public void planned(Run run, Plan plan) {
        run.givenUp(plan.givenUp().size());
        if (!plan.givenUp().isEmpty()) {
            RunTale.givenUp(run, plan.givenUp());
        }
    }

    /** Counts a call that AWS answered, such as {@code ListMetrics}. */
    public void called(Run run, String operation) {
        run.called(operation);
    }

    /**
     * Counts what was asked as billed, and its pages as one call, also what was asked again. An
     * answer that is not whole counts as a failure, the first of which is told.
     */
    public void answered(Run run, Answer answer) {
        probed(run, answer);
        answer.shortfall()
                .filter(run::fails)
                .ifPresent(missing -> RunTale.incomplete(run, missing));
    }

    /** Counts what was asked as billed; what is not whole is read anyway, and fails there. */
    public void probed(Run run, Answer answer) {
        for (MetricRequest asked : answer.asked()) {
            run.billed(Bill.billed(List.of(asked)), Bill.bound(List.of(asked)));
            run.called("GetMetricData");
        }
    }

    /** Counts what became of the points of one request. */
    public void delivered(Run run, Reading reading, Delivery delivery) {
        run.read(reading);
        delivered(run, delivery);
    }

    /** Counts what became of the objects. */
    public void delivered(Run run, Delivery delivery) {
        if (run.delivered(delivery)) {
            RunTale.undelivered(run, delivery);
        }
    }

    /** Counts a failure, and tells the first of a run; more of them are seen at debug. */
    public void failed(Run run, Throwable failure) {
        RunTale.failed(run, failure, run.failed(failure));
    }

    /** The last step of a collect route but for what tells of it, whatever came before. */
    public RunRecord end(Run run) {
        Instant now = clock.instant();
        run.asked(calls.take(run.key().targetId(), service -> isOf(run, service)));
        RunRecord record = run.record(now);
        turns.end(run, record, now);
        if (record.probeMissed() > 0) {
            RunTale.probeMissed(run, record);
        }
        records.add(run.key(), record);
        ended.add(record);
        while (ended.size() > RunRecords.KEPT * 2 * targets.all().size()) {
            ended.poll();
        }
        RunTale.ended(run, record);
        return record;
    }

    /** Calls of API Gateway are of the objects, unless the metrics run alone. */
    private boolean isOf(Run run, CallTally.Service service) {
        return switch (run.key().job()) {
            case OBJECTS -> service == CallTally.Service.API_GATEWAY;
            case METRICS ->
                    service == CallTally.Service.CLOUDWATCH
                            || !isGoing(run.key().targetId(), Job.OBJECTS);
        };
    }

    /** In the order they ended. */
    public List<RunRecord> ended() {
        return List.copyOf(ended);
    }

    /** A snapshot of the runs that go on. */
    public List<RunRecord> going() {
        return turns.going().stream().map(run -> run.record(clock.instant())).toList();
    }

    /**
     * Acts while no run of the target and job goes on, and none begins.
     *
     * @return empty, without having acted, where one goes on here
     * @throws IllegalStateException where one goes on elsewhere
     */
    <T> Optional<T> between(String targetId, Job job, Supplier<T> action) {
        return turns.between(new RunKey(targetId, job), action);
    }

    /** How a job stands, as all nodes see it; empty where there is no other. */
    Optional<Nodes.Seen> seen(String targetId, Job job) {
        return nodes().seen(new RunKey(targetId, job));
    }

    /** The collectors that share the targets. */
    Nodes nodes() {
        return turns.nodes();
    }

    boolean isGoing(String targetId, Job job) {
        return turns.isGoing(new RunKey(targetId, job));
    }

    /** How often a run of the target and job did not begin, since the start. */
    public long refused(String targetId, Job job) {
        return turns.refused(new RunKey(targetId, job));
    }
}
