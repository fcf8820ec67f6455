package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guance is down for three hours, and the disk has room for a part of it. */
class QuotaOutageTest {

    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final World WORLD =
            World.of(
                    Account.of(
                            "111122223333",
                            "shop",
                            Region.of(
                                    "eu-west-1",
                                    Lateness.NONE,
                                    IntStream.range(0, 30)
                                            .mapToObj(
                                                    i -> Api.http("api%07d".formatted(i), "a" + i))
                                            .toArray(Api[]::new))));

    @Test
    void everythingArrivesAndMeanwhileAwsIsNotAsked() throws Exception {
        try (Bench bench =
                new Bench(WORLD, PageSizes.AWS, START.toString())
                        .with("dead-letter.quota", "1MiB")
                        .with("heartbeat.guance", "true")
                        .with("metrics.cron", "0 0/10 * * * ?")
                        .with("metrics.lookback", "10m")) {
            bench.stopwatch.takeAlong(bench.clock);
            bench.runAll();
            bench.guance().failAlways(GuanceFault.status(503, Map.of(), ""));
            int full = outage(bench);
            bench.guance().recover();

            for (int i = 0; i < 6; i++) {
                bench.clock.advance(INTERVAL);
                bench.runAll();
            }

            assertThat(full).isGreaterThan(12);
            assertThat(bench.parked()).isEmpty();
            Instant now = bench.clock.instant();
            Truth.of(
                            WORLD,
                            START.minus(Duration.ofMinutes(15)),
                            now.minus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.MINUTES),
                            now,
                            at -> !at.metric().dimensions().isEmpty())
                    .isAllThatArrived(metrics(bench));
        }
    }

    /** Without the heartbeat. */
    private static List<Point> metrics(Bench bench) {
        return bench.guance().points("metric").stream()
                .filter(point -> point.measurement().startsWith("aws_"))
                .toList();
    }

    /**
     * @return how many of its runs called nothing, which the last of them are
     */
    private static int outage(Bench bench) throws Exception {
        int idle = 0;
        Instant end = bench.clock.instant().plus(Duration.ofHours(3));
        while (bench.clock.instant().isBefore(end)) {
            bench.clock.advance(INTERVAL);
            int before = bench.aws.calls().all().size();
            bench.runAll();
            boolean asked = bench.aws.calls().all().size() > before;
            assertThat(asked && idle > 0).isFalse();
            idle += asked ? 0 : 1;
        }
        return idle;
    }
}
