package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Guance is away for ten minutes, while every run has new values and changed ones. The store behind
 * it keeps the value that arrives last, so that one that is overtaken by an older one is wrong.
 */
class OutageTest {

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration DELAY = Duration.ofMinutes(5);
    private static final Duration LOOKBACK = Duration.ofMinutes(10);
    private static final Instant START = Instant.parse("2026-11-24T08:15:00Z");

    /** Failed calls in a row that open the circuit. */
    private static final int OPENING = 5;

    private static final Lateness LATE =
            new Lateness(Duration.ZERO, Duration.ofMinutes(20), Duration.ZERO);
    private static final World WORLD =
            World.shop(
                    Region.of(
                            "eu-west-1",
                            LATE,
                            IntStream.range(0, 10)
                                    .mapToObj(i -> Api.http("api%07d".formatted(i), "a" + i))
                                    .toArray(Api[]::new)));

    @TempDir Path folder;
    private Bench bench;
    private int posts;
    private int reads;

    @BeforeEach
    void open() throws Exception {
        // Who waits half a minute for an answer that does not come waits a tenth of a second here.
        Edited.routes(
                folder.resolve("routes"), "post", "responseTimeout: 30000", "responseTimeout: 100");
        bench =
                new Bench(WORLD, PageSizes.AWS, START.toString())
                        .overwriting()
                        .withoutPauses()
                        .routes(folder)
                        .with("guance.batch.points", "20")
                        .with("metrics.cron", "0 * * * * ?")
                        .with("metrics.lookback", LOOKBACK.toMinutes() + "m")
                        .with("metrics.settle", "20m")
                        .with("metrics.resend", "changed");
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void aGuanceThatRefusesCostsNoRunAnything() throws Exception {
        away(GuanceFault.status(503));
    }

    @Test
    void aGuanceThatHangsCostsNoRunAnything() throws Exception {
        away(GuanceFault.hang());
    }

    private void away(GuanceFault fault) throws Exception {
        run();
        run();
        int peace = reads;
        assertThat(posts).isGreaterThan(2);

        bench.guance().failAlways(fault);
        run();
        assertThat(posts).isEqualTo(OPENING);
        for (int i = 1; i < 10; i++) {
            run();
            assertThat(posts).isEqualTo(1);
            assertThat(reads).isEqualTo(peace);
        }
        int parked = bench.parked().size();
        bench.guance().recover();

        for (int i = 0; i < 5; i++) {
            run();
            assertThat(bench.parked()).isEmpty();
            Instant newest = bench.clock.instant().minus(DELAY).minus(INTERVAL);
            isThere(newest, newest.plus(INTERVAL));
        }
        assertThat(parked).isGreaterThan(20);
        isThere(
                START.plus(INTERVAL).minus(DELAY).minus(LOOKBACK),
                bench.clock.instant().minus(DELAY));
    }

    /** One polling interval later. */
    private void run() throws Exception {
        bench.clock.advance(INTERVAL);
        int postsBefore = bench.guance().requests().size();
        int readsBefore = bench.aws.calls().count("GetMetricData");
        bench.runAll();
        posts = bench.guance().requests().size() - postsBefore;
        reads = bench.aws.calls().count("GetMetricData") - readsBefore;
    }

    /** Every value that CloudWatch shows by now. */
    private void isThere(Instant from, Instant to) {
        Truth.of(WORLD, from, to, bench.clock.instant(), at -> !at.metric().dimensions().isEmpty())
                .isIn(bench.guance().points("metric"));
    }
}
