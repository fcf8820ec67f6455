package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The collector's own figures, as they go to Guance beside the runs. */
class HeartbeatTest {

    private static final World WORLD = World.shop(Api.rest("k3f9d0q2zm", "orders"));
    private static final long NANOS =
            TimeUnit.SECONDS.toNanos(Instant.parse(Bench.NOW).getEpochSecond());

    /** What a run of the objects has, and in which that of the metrics differs. */
    private static final Map<String, Double> OBJECTS =
            Map.ofEntries(
                    entry("duration_seconds", 0.0),
                    entry("found", 1.0),
                    entry("windows", 0.0),
                    entry("requests", 2.0),
                    entry("calls", 2.0),
                    entry("throttles", 0.0),
                    entry("billed", 0.0),
                    entry("billed_at_most", 0.0),
                    entry("accepted", 1.0),
                    entry("parked", 0.0),
                    entry("rejected", 0.0),
                    entry("given_up", 0.0),
                    entry("late_changes", 0.0),
                    entry("late_delay_seconds", 0.0),
                    entry("incomplete", 0.0),
                    entry("probe_missed", 0.0),
                    entry("failures", 0.0),
                    entry("polling_interval_seconds", 900.0),
                    entry("lag_seconds", 0.0));

    private static final Map<String, Double> METRICS =
            Map.ofEntries(
                    entry("found", 10.0),
                    entry("windows", 1.0),
                    entry("requests", 1.0),
                    entry("calls", 2.0),
                    entry("billed", 10.0),
                    entry("billed_at_most", 40.0),
                    entry("accepted", 10.0),
                    entry("polling_interval_seconds", 300.0),
                    entry("lag_seconds", 300.0));

    private static Bench bench(World world) throws Exception {
        return new Bench(world).with("heartbeat.guance", "true");
    }

    /** Those of the objects first. */
    private static List<Point> heartbeats(Bench bench) {
        return bench.guance().points("metric").stream()
                .filter(point -> point.measurement().equals("guance_aws_gateway"))
                .sorted((a, b) -> b.tags().get("job").compareTo(a.tags().get("job")))
                .toList();
    }

    @Test
    void eachRunIsOnePointThatItDoesNotCount() throws Exception {
        try (Bench bench = bench(WORLD)) {
            List<RunRecord> runs = bench.runAll();
            bench.stop();

            Map<String, Double> metrics = new TreeMap<>(OBJECTS);
            metrics.putAll(METRICS);
            assertThat(heartbeats(bench))
                    .extracting(Point::fields)
                    .containsExactly(Map.copyOf(OBJECTS), Map.copyOf(metrics));
            assertThat(heartbeats(bench)).extracting(Point::time).containsExactly(NANOS, NANOS);
            assertThat(heartbeats(bench).get(1).tags())
                    .containsOnlyKeys("account_name", "region_id", "job", "instance", "version")
                    .containsEntry("account_name", "shop")
                    .containsEntry("region_id", "eu-west-1")
                    .containsEntry("job", "metrics")
                    .containsEntry("version", "(not packaged)")
                    .hasEntrySatisfying(
                            "instance",
                            name -> assertThat(name).endsWith(":" + bench.folder + "/state"));
            assertThat(runs).extracting(RunRecord::accepted).containsExactly(1, 10);
        }
    }

    @Test
    void aDryRunHasNone() throws Exception {
        try (Bench bench = bench(WORLD).with("heartbeat.cloudwatch", "true").start(Mode.DRY_RUN)) {
            bench.runAll();
            bench.stop();

            assertThat(bench.out()).contains("aws_AWS/ApiGateway").doesNotContain("guance_aws");
            assertThat(bench.guance().requests()).isEmpty();
            assertThat(bench.aws.put().all()).isEmpty();
        }
    }

    @Test
    void itIsParkedAndSentLaterLikeAnyPoint() throws Exception {
        try (Bench bench = bench(WORLD)) {
            bench.guance()
                    .failAlways(
                            GuanceFault.status(503, Map.of("Retry-After", bench.almostNow()), ""));
            bench.runAll();
            bench.stop();
            assertThat(bench.parked()).hasSize(4);
            assertThat(heartbeats(bench)).isEmpty();
            bench.guance().recover();

            bench.runAll();
            bench.stop();

            assertThat(bench.parked()).isEmpty();
            assertThat(heartbeats(bench))
                    .extracting(point -> point.fields().get("parked"))
                    .containsExactly(1.0, 0.0, 10.0, 0.0);
        }
    }

    @Test
    void noRunWaitsForItNorFailsByIt() throws Exception {
        try (Bench bench = bench(World.shop(Region.empty("eu-west-1")))) {
            bench.guance().failAlways(GuanceFault.hang());

            List<RunRecord> runs = bench.runAll();

            await().until(() -> bench.guance().requests().size() == 2);
            assertThat(runs).hasSize(2).allMatch(RunRecord::isClean);
        }
    }

    @Test
    void aTargetThatFailsTellsItTooWithItsLag() throws Exception {
        try (Bench bench = bench(WORLD)) {
            bench.runAll();
            bench.clock.advance(Duration.ofMinutes(5));
            bench.aws.faults().add(AwsFault.deny("GetMetricData"));

            bench.runAll();
            bench.stop();

            Map<String, Object> last =
                    heartbeats(bench).stream()
                            .filter(point -> point.tags().get("job").equals("metrics"))
                            .filter(point -> point.time() > NANOS)
                            .map(Point::fields)
                            .findFirst()
                            .orElseThrow();
            assertThat(last)
                    .containsEntry("failures", 1.0)
                    .containsEntry("accepted", 0.0)
                    .containsEntry("lag_seconds", 600.0);
        }
    }
}
