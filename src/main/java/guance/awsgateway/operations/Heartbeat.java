package guance.awsgateway.operations;

import guance.awsgateway.point.Point;
import guance.awsgateway.target.AwsAdvice;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import guance.awsgateway.trouble.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/** The figures of a run that has ended, as a point for Guance and as data for CloudWatch. */
public final class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final String MEASUREMENT = "guance_aws_gateway";

    private final Targets targets;
    private final Origin origin;
    private final Of lag;
    private final Of interval;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** What there is of a job of a target. */
    public interface Of {
        Optional<Duration> job(String targetId, Job job);
    }

    /**
     * @param interval from one run to the next, as the schedule and the budget have it
     */
    public Heartbeat(Targets targets, Origin origin, Of lag, Of interval) {
        this.targets = targets;
        this.origin = origin;
        this.lag = lag;
        this.interval = interval;
    }

    /** One point, at the end of the run; its fields are floats. */
    public List<Point> points(String targetId, RunRecord record) {
        Target target = targets.get(targetId);
        Map<String, String> tags =
                Map.of(
                        "account_name", target.account().name(),
                        "region_id", target.region(),
                        "job", record.job().toString(),
                        "instance", origin.instance(),
                        "version", origin.version());
        Map<String, Object> fields = new TreeMap<>(figures(record));
        interval.job(targetId, record.job())
                .ifPresent(time -> fields.put("polling_interval_seconds", seconds(time)));
        lag.job(targetId, record.job()).ifPresent(time -> fields.put("lag_seconds", seconds(time)));
        return List.of(new Point(MEASUREMENT, tags, fields, nanos(end(record))));
    }

    private static Map<String, Double> figures(RunRecord run) {
        Map<String, Double> figures = new TreeMap<>();
        figures.put("duration_seconds", seconds(run.duration()));
        figures.put("found", (double) run.found());
        figures.put("windows", (double) run.windows());
        figures.put("requests", (double) run.requests());
        int calls = run.calls().values().stream().mapToInt(Integer::intValue).sum();
        figures.put("calls", (double) calls);
        figures.put("throttles", (double) run.throttles());
        figures.put("billed", (double) run.billed());
        figures.put("billed_at_most", (double) run.bound());
        figures.put("accepted", (double) run.accepted());
        figures.put("parked", (double) run.parked());
        figures.put("rejected", (double) run.rejected());
        figures.put("given_up", (double) run.givenUp());
        figures.put("late_changes", (double) run.late());
        figures.put("late_delay_seconds", seconds(run.delay()));
        figures.put("incomplete", (double) run.incomplete());
        figures.put("probe_missed", (double) run.probeMissed());
        figures.put("failures", (double) run.failures());
        return figures;
    }

    /**
     * Two metrics alone, as each costs: {@code Lag}, where it is known, and {@code Failures}. Their
     * dimensions are the target's id, as CloudWatch takes ASCII only, and the job.
     */
    public List<MetricDatum> data(String targetId, RunRecord record) {
        MetricDatum datum =
                MetricDatum.builder()
                        .dimensions(
                                dimension("job", record.job().toString()),
                                dimension("target", targetId))
                        .timestamp(end(record))
                        .build();
        MetricDatum failures =
                datum.toBuilder()
                        .metricName("Failures")
                        .value((double) record.failures())
                        .unit(StandardUnit.COUNT)
                        .build();
        return lag.job(targetId, record.job())
                .map(Heartbeat::seconds)
                .map(seconds -> datum.toBuilder().metricName("Lag").value(seconds))
                .map(lagging -> lagging.unit(StandardUnit.SECONDS).build())
                .map(lagging -> List.of(failures, lagging))
                .orElse(List.of(failures));
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    /** CloudWatch has taken it. */
    public void arrived(String targetId) {
        if (told.remove(targetId)) {
            LOG.info("{}: the heartbeat reaches CloudWatch again", targets.get(targetId).text());
        }
    }

    /** CloudWatch has not taken it; the next one is tried all the same. */
    public void failed(String targetId, Throwable failure) {
        if (told.add(targetId)) {
            LOG.warn(
                    Code.HEARTBEAT_LOST.marker(),
                    "{}: the heartbeat does not reach CloudWatch: {}",
                    targets.get(targetId).text(),
                    AwsAdvice.sentence(failure));
        }
    }

    /** It could be neither sent nor parked, of which the run and the circuit tell. */
    public void lost(String targetId, Throwable failure) {
        LOG.debug("{}: the heartbeat is lost: {}", targetId, Failure.sentence(failure));
    }

    private static Instant end(RunRecord record) {
        return record.started().plus(record.duration());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static long nanos(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }
}
