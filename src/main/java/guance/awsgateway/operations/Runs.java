package guance.awsgateway.operations;

import guance.awsgateway.delivery.Delivery;
import guance.awsgateway.metrics.Answer;
import guance.awsgateway.metrics.Bill;
import guance.awsgateway.metrics.MetricRequest;
import guance.awsgateway.target.AwsAdvice;
import guance.awsgateway.target.Targets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the runs from their first step to their last, and says in one line how each went. */
public final class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    /** Of every target and job, what is kept in memory. */
    private static final int KEPT = 200;

    private final Targets targets;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private final Set<Run> going = ConcurrentHashMap.newKeySet();
    private final Queue<RunRecord> ended = new ConcurrentLinkedQueue<>();

    /**
     * @param stopping whether the process is on its way out
     */
    public Runs(Targets targets, Clock clock, BooleanSupplier stopping) {
        this.targets = targets;
        this.clock = clock;
        this.stopping = stopping;
    }

    /** The first step of a collect route. */
    public Run begin(String targetId, Job job) {
        Run run = new Run(targets.get(targetId), job, clock.instant(), stopping);
        going.add(run);
        return run;
    }

    /** Says how many APIs or series the run is about. */
    public void found(Run run, Collection<?> what) {
        run.found(what.size());
    }

    /** Tells, at debug, what the run is about to ask GetMetricData for. */
    public void planned(Run run, Collection<MetricRequest> requests) {
        LOG.debug("{}: {} requests are planned", run.label(), requests.size());
    }

    /** Counts a call that AWS answered, such as {@code ListMetrics}. */
    public void called(Run run, String operation) {
        run.called(operation);
    }

    /**
     * Counts the request as billed and its pages as one call, also one that asks again. An answer
     * that is not whole counts as a failure, the first of which is told.
     */
    public void answered(Run run, Answer answer) {
        List<MetricRequest> requests = List.of(answer.request());
        run.billed(Bill.billed(requests), Bill.bound(requests));
        run.called("GetMetricData");
        answer.shortfall()
                .filter(run::fails)
                .ifPresent(text -> LOG.error("{}: {}", run.label(), text));
    }

    /** Counts what became of the points of one request, or of the objects. */
    public void delivered(Run run, Delivery delivery) {
        if (run.delivered(delivery)) {
            LOG.error(
                    "{}: {} points could be neither sent nor parked: {}",
                    run.label(),
                    delivery.failed(),
                    delivery.reason());
        }
    }

    /** Counts a failure, and tells the first of a run; more of them are seen at debug. */
    public void failed(Run run, Throwable failure) {
        if (run.failed(failure)) {
            LOG.error("{}: {}", run.label(), AwsAdvice.sentence(failure));
        }
        LOG.debug("{} failed", run.label(), failure);
    }

    /** The last step of a collect route, whatever came before. */
    public void end(Run run) {
        going.remove(run);
        RunRecord record = run.record(clock.instant());
        ended.add(record);
        while (ended.size() > KEPT * 2 * targets.all().size()) {
            ended.poll();
        }
        LOG.info(
                "{}: {} {}, {} points accepted, {} parked, in {} ms: {}",
                run.label(),
                record.found(),
                record.job() == Job.OBJECTS ? "APIs" : "series",
                record.accepted(),
                record.parked(),
                record.duration().toMillis(),
                record.outcome());
    }

    /** In the order they ended. */
    public List<RunRecord> ended() {
        return List.copyOf(ended);
    }

    /** A snapshot of the runs that go on. */
    public List<RunRecord> going() {
        return going.stream().map(run -> run.record(clock.instant())).toList();
    }
}
