package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.metrics.Backfills;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.AwsCall;
import guance.awsgateway.standin.Datapoint;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A day without the collector, with fewer APIs than users have, and so much less quota. */
class BackfillTest {

    private static final World WORLD = World.large(50, 5);
    private static final Instant STOPPED = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant BACK = Instant.parse("2026-11-24T08:00:00Z");
    private static final Duration DELAY = Duration.ofMinutes(5);
    private static final Instant FROM = STOPPED.minus(Duration.ofMinutes(10));
    private static final String GET = "GetMetricData";
    private static final double OLD = 90_000 * 0.03;
    private static final double RECENT = 180_000 * 0.03;

    @Test
    void afterADayTheNewestMinuteComesFirstAndTheRestWithinTwiceWhatTheQuotaAllows()
            throws Exception {
        try (Bench bench = new Bench(WORLD, PageSizes.AWS, STOPPED.toString());
                LogLines log = new LogLines(Backfills.class)) {
            bench.with("metrics.grains", "ApiName,ApiId")
                    .with("metrics.quota-share", "3%")
                    .with("metrics.concurrency", "1");
            bench.aws.quotas().enforce();
            bench.stopwatch.takeAlong(bench.clock);
            bench.runAll();
            bench.clock.set(BACK);
            bench.aws.calls().clear();
            List<AwsCall> calls = new ArrayList<>();

            bench.runAll();

            assertThat(newest(bench)).isEqualTo(BACK.minus(Duration.ofMinutes(6)));
            Instant last = BACK;
            while (fillsGaps(bench)) {
                bench.aws.calls().of(GET).forEach(calls::add);
                bench.aws.calls().clear();
                last = nextFiring(bench);
                bench.runAll();
            }
            Truth.of(WORLD, FROM, last.minus(DELAY), last, BackfillTest::isRead)
                    .isAllThatArrived(bench.guance().points("metric"));
            assertThat(Duration.between(BACK, last)).isLessThan(allowed(calls).multipliedBy(2));
            assertThat(bench.ended()).allMatch(run -> run.failures() == 0);
            tells(log.all());
        }
    }

    /** From the first gap of the day to the last, ever more of it. */
    private static void tells(List<String> lines) {
        assertThat(lines).hasSizeGreaterThan(5);
        assertThat(lines.get(0))
                .matches(
                        "INFO metrics shop/eu-west-1: gaps in \\[2026-11-23T\\d\\d:\\d\\d:00Z,"
                                + " 2026-11-24T07:5.:00Z\\) are being filled: \\d% done, \\d+ windows"
                                + " left, until about 2026-11-24T.*Z");
        assertThat(lines.get(lines.size() - 1))
                .matches("INFO metrics shop/eu-west-1: the gaps are filled, in \\d+ s");
        assertThat(lines.subList(0, lines.size() - 1))
                .extracting(line -> Integer.valueOf(line.replaceAll(".*: (\\d+)% done.*", "$1")))
                .isSorted();
    }

    /** Whether the last run has asked for more than its live window and the minutes before. */
    private static boolean fillsGaps(Bench bench) {
        return bench.aws.calls().of(GET).stream()
                .anyMatch(call -> asked(call).compareTo(Duration.ofMinutes(20)) > 0);
    }

    private static Instant nextFiring(Bench bench) {
        Instant now = bench.clock.instant().truncatedTo(ChronoUnit.MINUTES);
        long minutes = 5 - (now.getEpochSecond() / 60) % 5;
        bench.clock.set(now.plus(Duration.ofMinutes(minutes)));
        return bench.clock.instant();
    }

    private static boolean isRead(Datapoint at) {
        return Set.of(Set.of("ApiName"), Set.of("ApiId"))
                .contains(at.metric().dimensions().keySet());
    }

    private static Instant newest(Bench bench) {
        List<Point> points = bench.guance().points("metric");
        return Instant.ofEpochSecond(0, points.stream().mapToLong(Point::time).max().orElseThrow());
    }

    /** How long the calls take at the least, by their datapoints. */
    private static Duration allowed(List<AwsCall> calls) {
        double seconds = 0;
        for (AwsCall call : calls) {
            int queries = Integer.parseInt(call.parameters().get("MetricDataQueries"));
            Instant from = Instant.parse(call.parameters().get("StartTime"));
            double rate = from.isAfter(BACK.minus(Duration.ofHours(3))) ? RECENT : OLD;
            seconds += queries * asked(call).toMinutes() / rate;
        }
        return Duration.ofSeconds((long) seconds);
    }

    private static Duration asked(AwsCall call) {
        return Duration.between(
                Instant.parse(call.parameters().get("StartTime")),
                Instant.parse(call.parameters().get("EndTime")));
    }
}
