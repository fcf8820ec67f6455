package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that a JMX client can do to a running collector, and what comes of it. */
class JmxTest {

    private static final World WORLD = World.shop(Api.rest("k3f9d0q2zm", "orders"));
    private static final String SHOP = "shop-eu-west-1";

    /** Five minutes of two dimension sets: api_name, and api_name with a stage. */
    private static final int POINTS = 10;

    private JmxClient client;
    private JmxClient.Bean metrics;

    @BeforeEach
    void connect() throws Exception {
        client = new JmxClient();
        metrics = client.job(SHOP, "metrics");
    }

    @AfterEach
    void disconnect() throws Exception {
        client.close();
    }

    /** No schedule ever fires. */
    private static Bench bench() throws Exception {
        return new Bench(WORLD)
                .withJmx()
                .with("objects.cron", "0 0 0 1 1 ? 2099")
                .with("metrics.cron", "0 0 0 1 1 ? 2099");
    }

    private void run(JmxClient.Bean job) throws Exception {
        long before = (Long) job.get("Runs");
        assertThat(job.call("runNow")).isEqualTo(true);
        await().until(() -> job.get("Runs").equals(before + 1));
    }

    @Test
    void everyFigureOfAJobIsShown() throws Exception {
        try (Bench bench = bench().start(Mode.SCHEDULED)) {
            JmxClient.Bean objects = client.job(SHOP, "objects");
            assertThat(metrics.get("LastRunOutcome")).isNull();
            assertThat(metrics.get("LagSeconds")).isNull();

            run(objects);
            run(metrics);
            bench.clock.advance(Duration.ofMinutes(1));

            assertThat(objects.get("Calls")).isEqualTo("GetApis=1, GetRestApis=1");
            assertThat(objects.get("LagSeconds")).isEqualTo(60L);
            assertThat(objects.get("Watermark")).isNull();
            assertThat(metrics.get("Target")).isEqualTo("shop/eu-west-1");
            assertThat(metrics.get("Going")).isEqualTo(false);
            assertThat(metrics.get("NextRun")).isEqualTo("2099-01-01T00:00:00Z");
            assertThat(metrics.get("Watermark")).isEqualTo("2026-11-24T08:10:00Z");
            assertThat(metrics.get("OpenWindows")).isEqualTo(0);
            assertThat(metrics.get("LagSeconds")).isEqualTo(360L);
            assertThat(metrics.get("LastRunId")).isEqualTo("20261124T081500Z-metrics-" + SHOP);
            assertThat(metrics.get("LastRunStarted")).isEqualTo(Bench.NOW);
            assertThat(metrics.get("LastRunMillis")).isEqualTo(0L);
            assertThat(metrics.get("LastRunOutcome")).isEqualTo("ok");
            assertThat(metrics.get("LastRunError")).isNull();
            assertThat(metrics.get("AcceptedPoints")).isEqualTo((long) POINTS);
            assertThat(metrics.get("BilledMetrics")).isEqualTo(10L);
            assertThat(metrics.get("Calls")).isEqualTo("GetMetricData=1, ListMetrics=1");
            for (String none :
                    List.of(
                            "FailedRuns",
                            "RefusedRuns",
                            "ParkedPoints",
                            "RejectedPoints",
                            "GivenUpWindows",
                            "LatePoints",
                            "Throttles")) {
                assertThat(metrics.get(none)).as(none).isEqualTo(0L);
            }
            assertThat(metrics.call("runRecords").toString().lines())
                    .singleElement()
                    .asString()
                    .contains("\"windows\":1,", "\"accepted\":10,");
        }
        assertThat(client.beans()).as("after the stop").isZero();
    }

    @Test
    void runNowSaysWhereOneGoesOnAndSuspendingDoesNotHoldItUp() throws Exception {
        try (Bench bench = bench()) {
            AwsFault hang = bench.aws.faults().add(AwsFault.hang("ListMetrics"));
            bench.start(Mode.SCHEDULED);
            metrics.call("suspend");

            assertThat(metrics.call("runNow")).isEqualTo(true);
            await().until(() -> bench.aws.faults().waiting() == 1);

            assertThat(metrics.get("Going")).isEqualTo(true);
            assertThat(metrics.call("runNow")).isEqualTo(false);
            assertThatThrownBy(() -> metrics.call("setWatermark", Bench.NOW, true))
                    .hasStackTraceContaining("metrics shop/eu-west-1: a run goes on");
            metrics.call("suspend");
            bench.aws.faults().remove(hang);
            await().until(() -> metrics.get("Runs").equals(1L));
            assertThat(bench.guance().points("metric")).hasSize(POINTS);
        }
    }

    @Test
    void aSuspendedScheduleFiresNoMoreUntilItIsResumed() throws Exception {
        try (Bench bench = new Bench(WORLD, PageSizes.AWS, Instant.now().toString()).withJmx()) {
            bench.with("objects.cron", "0 0 0 1 1 ? 2099").with("metrics.cron", "* * * * * ?");
            bench.start(Mode.SCHEDULED);
            await().until(() -> (Long) metrics.get("Runs") > 1);

            metrics.call("suspend");

            assertThat(metrics.get("Suspended")).isEqualTo(true);
            assertThat(metrics.get("NextRun")).isNull();
            await().until(() -> metrics.get("Going").equals(false));
            Object runs = metrics.get("Runs");
            await().during(Duration.ofSeconds(3)).until(() -> metrics.get("Runs").equals(runs));
            run(metrics);

            metrics.call("resume");

            assertThat(metrics.get("Suspended")).isEqualTo(false);
            assertThat(metrics.get("NextRun")).isNotNull();
            await().until(() -> (Long) metrics.get("Runs") > (Long) runs + 1);
        }
    }

    @Test
    void aWatermarkThatIsSetBackHasItsMinutesReadAgainAndNoOthers() throws Exception {
        try (Bench bench = bench().start(Mode.SCHEDULED)) {
            run(metrics);

            assertThat(metrics.call("setWatermark", "2026-11-24T08:07:30Z", false))
                    .isEqualTo(
                            "not confirmed, so nothing is done: metrics shop/eu-west-1: the"
                                    + " watermark 2026-11-24T08:10:00Z goes back to"
                                    + " 2026-11-24T08:07:00Z: the next run reads these 3 minutes"
                                    + " again, AWS bills them again, and Guance gets them again: a"
                                    + " receiver that appends will hold them twice, and its sums"
                                    + " count them twice");
            assertThat(metrics.get("Watermark")).isEqualTo("2026-11-24T08:10:00Z");

            metrics.call("setWatermark", "2026-11-24T08:07:30Z", true);

            assertThat(metrics.get("Watermark")).isEqualTo("2026-11-24T08:07:00Z");
            assertThat(metrics.get("LagSeconds")).isEqualTo(480L);
            bench.stop();
            bench.start(Mode.SCHEDULED);
            assertThat(metrics.get("Watermark")).isEqualTo("2026-11-24T08:07:00Z");
            run(metrics);
            assertThat(metrics.get("LagSeconds")).isEqualTo(300L);
            assertThat(timesByMinute(bench.guance().points("metric")))
                    .isEqualTo(
                            Map.of(
                                    "2026-11-24T08:05:00Z", 2L,
                                    "2026-11-24T08:06:00Z", 2L,
                                    "2026-11-24T08:07:00Z", 4L,
                                    "2026-11-24T08:08:00Z", 4L,
                                    "2026-11-24T08:09:00Z", 4L));
        }
    }

    private static Map<String, Long> timesByMinute(List<Point> points) {
        return points.stream()
                .collect(
                        Collectors.groupingBy(
                                point -> Instant.ofEpochSecond(0, point.time()).toString(),
                                Collectors.counting()));
    }

    @Test
    void aWatermarkStaysWithinWhatCanBeRead() throws Exception {
        try (Bench bench = bench().start(Mode.SCHEDULED)) {
            assertThatThrownBy(() -> metrics.call("explainSetWatermark", Bench.NOW))
                    .hasStackTraceContaining("the metrics have not run yet");
            run(metrics);

            assertThatThrownBy(() -> metrics.call("setWatermark", "2026-11-23T08:09:59Z", true))
                    .hasStackTraceContaining(
                            "can be set from 2026-11-23T08:10:00Z (metrics.backfill, and what"
                                    + " CloudWatch has and the receiver takes) to"
                                    + " 2026-11-24T08:10:00Z (metrics.delay), not to"
                                    + " 2026-11-23T08:09:00Z");
            assertThatThrownBy(() -> metrics.call("setWatermark", "2026-11-24T08:11:00Z", true))
                    .hasStackTraceContaining("not to 2026-11-24T08:11:00Z");
            assertThatThrownBy(() -> metrics.call("setWatermark", "yesterday", true))
                    .hasStackTraceContaining("yesterday is no time such as");
            assertThatThrownBy(
                            () -> client.job(SHOP, "objects").call("setWatermark", Bench.NOW, true))
                    .hasStackTraceContaining("the metrics job alone has a watermark");
        }
    }

    @Test
    void whatIsParkedOrRejectedIsSentAgainByHand() throws Exception {
        try (Bench bench = bench().start(Mode.SCHEDULED)) {
            JmxClient.Bean collector = client.collector();
            bench.guance()
                    .failAlways(
                            GuanceFault.status(503, Map.of("Retry-After", bench.almostNow()), ""));
            run(metrics);
            assertThat(collector.get("ParkedBatches")).isEqualTo(1);
            assertThat(metrics.get("ParkedPoints")).isEqualTo((long) POINTS);
            assertThat(collector.call("deadLetters").toString()).contains("parked", "metric", SHOP);
            bench.guance().recover();

            assertThat(collector.call("replay")).isEqualTo(1);

            await().until(() -> collector.get("ParkedBatches").equals(0));
            assertThat(bench.guance().points("metric")).hasSize(POINTS);
            assertThat(collector.get("ReplayedPoints")).isEqualTo((long) POINTS);
            assertThat(collector.get("ExpiredPoints")).isEqualTo(0L);
        }
    }

    @Test
    void whatWasRejectedIsTriedAgainByHand() throws Exception {
        try (Bench bench = bench().start(Mode.SCHEDULED)) {
            JmxClient.Bean collector = client.collector();
            bench.guance().refuse(point -> true);
            run(client.job(SHOP, "objects"));
            assertThat(bench.rejected()).hasSize(1);
            bench.guance().refuse(point -> false);

            assertThat(collector.call("replayRejected")).isEqualTo(1);

            await().until(() -> bench.guance().points("custom_object").size() == 1);
            await().until(() -> collector.get("ParkedBatches").equals(0));
            assertThat(bench.rejected()).isEmpty();
        }
    }

    @Test
    void theCostIsProjectedOnceTheSeriesAreKnown() throws Exception {
        try (Bench bench = bench().start(Mode.SCHEDULED)) {
            run(metrics);

            assertThat(client.collector().call("projectedCost").toString())
                    .contains("shop/eu-west-1", "USD a month");
        }
    }
}
