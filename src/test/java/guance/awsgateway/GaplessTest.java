package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsCall;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.Datapoint;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was missed is read later, and nothing arrives twice. */
class GaplessTest {

    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = bench(Lateness.NONE);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private static Bench bench(Lateness lateness) throws Exception {
        Region region =
                Region.of(
                        "eu-west-1",
                        lateness,
                        Api.rest("k3f9d0q2zm", "orders"),
                        Api.http("p0", "c"));
        World world = World.shop(region);
        return new Bench(world, PageSizes.AWS, START.toString());
    }

    @Test
    void runsInARowReadEachMinuteOnce() throws Exception {
        run(FIVE, FIVE, FIVE);

        everythingArrivedOnceUntil("2026-11-24T08:05:00Z");
        assertThat(metricDataCalls())
                .extracting(GaplessTest::asked)
                .containsExactly(
                        "2026-11-24T07:50:00Z/2026-11-24T07:55:00Z",
                        "2026-11-24T07:50:00Z/2026-11-24T08:00:00Z",
                        "2026-11-24T07:50:00Z/2026-11-24T08:05:00Z");
    }

    @Test
    void aStretchThatWasMissedIsFilledBehindTheLiveWindow() throws Exception {
        run(Duration.ofHours(6), FIVE);

        everythingArrivedOnceUntil("2026-11-24T13:55:00Z");
        assertThat(metricDataCalls())
                .extracting(GaplessTest::asked)
                .containsExactly(
                        "2026-11-24T07:50:00Z/2026-11-24T07:55:00Z",
                        "2026-11-24T13:40:00Z/2026-11-24T13:55:00Z",
                        "2026-11-24T07:50:00Z/2026-11-24T10:29:00Z",
                        "2026-11-24T10:29:00Z/2026-11-24T13:50:00Z");
    }

    @Test
    void whatARestartFindsOpenIsFilled() throws Exception {
        bench.aws.faults().add(AwsFault.throttle("GetMetricData"));
        run(FIVE);
        bench.aws.faults().clear();
        bench.stop();

        run(FIVE);

        everythingArrivedOnceUntil("2026-11-24T08:00:00Z");
    }

    @Test
    void aMinuteSeenAgainByTheNextRunNeedsNoCallOfItsOwn() throws Exception {
        run(FIVE);
        AwsFault fault = bench.aws.faults().add(AwsFault.deny("GetMetricData"));
        run(FIVE);
        bench.aws.faults().remove(fault);
        int before = metricDataCalls().size();

        run(FIVE, FIVE);

        everythingArrivedOnceUntil("2026-11-24T08:10:00Z");
        assertThat(metricDataCalls()).hasSize(before + 2);
    }

    @Test
    void aRestartMakesNothingNewAndSendsNothingTwice() throws Exception {
        run(FIVE, FIVE);
        bench.stop();
        run(FIVE);

        everythingArrivedOnceUntil("2026-11-24T08:05:00Z");
        assertThat(metricDataCalls()).hasSize(3);
    }

    @Test
    void whatListMetricsDoesNotNameForTenMinutesKeepsFlowing() throws Exception {
        run(FIVE);
        bench.aws.faults().add(AwsFault.throttle("ListMetrics"));

        List<RunRecord> runs = run(FIVE, FIVE, FIVE);

        everythingArrivedOnceUntil("2026-11-24T08:10:00Z");
        assertThat(runs).anyMatch(record -> record.failures() > 0);
    }

    @Test
    void aStateThatCannotBeReadIsSetAsideAndItBeginsAnew() throws Exception {
        run(FIVE);
        bench.stop();
        Path state = bench.folder.resolve("state/shop-eu-west-1.state.json");
        Files.writeString(state, "{\"format\":1,\"target\":\"another\"}");

        try (Logs logs = new Logs(Level.WARN)) {
            run(FIVE);

            assertThat(logs.of(Level.WARN)).anyMatch(line -> line.contains("is set aside"));
        }
        assertThat(bench.guance().points("metric")).isNotEmpty();
    }

    @Test
    void aChangedValueIsCountedAndSentOnlyOnce() throws Exception {
        bench.close();
        bench = bench(new Lateness(Duration.ZERO, Duration.ofMinutes(12), Duration.ZERO));

        List<RunRecord> runs = run(FIVE, FIVE, FIVE, FIVE);

        assertThat(points()).doesNotHaveDuplicates();
        assertThat(runs.stream().mapToInt(RunRecord::late).sum()).isPositive();
        assertThat(runs).allMatch(record -> record.delay().compareTo(Duration.ofMinutes(15)) <= 0);
    }

    /** Each run, then so much time. */
    private List<RunRecord> run(Duration... pauses) throws Exception {
        List<RunRecord> runs = List.of();
        for (Duration pause : pauses) {
            runs = bench.runAll();
            bench.clock.advance(pause);
        }
        return runs;
    }

    private List<String> points() {
        return bench.guance().points("metric").stream()
                .map(point -> point.tags() + " " + point.time())
                .toList();
    }

    private void everythingArrivedOnceUntil(String end) {
        Instant from = START.minus(Duration.ofMinutes(10));
        Instant to = Instant.parse(end);
        Predicate<Datapoint> ours = at -> !at.metric().dimensions().isEmpty();
        List<Point> points = bench.guance().points("metric");
        Truth.of(bench.aws.world(), from, to, to.plus(Duration.ofDays(1)), ours)
                .isAllThatArrived(points);
    }

    private List<AwsCall> metricDataCalls() {
        return bench.aws.calls().of("GetMetricData");
    }

    private static String asked(AwsCall call) {
        return call.parameters().get("StartTime") + "/" + call.parameters().get("EndTime");
    }
}
