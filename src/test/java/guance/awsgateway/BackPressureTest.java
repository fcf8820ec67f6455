package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A Guance that does not answer holds up the reading, so that nothing piles up in memory. */
class BackPressureTest {

    private static final int READERS = 3;

    /** REST APIs have one, the others another. */
    private static final int OBJECTS = 2;

    /** Of many requests, each of which is delivered before the next is read. */
    private static final World WORLD = World.large(100, 100);

    @Test
    void noMoreIsReadThanIsBeingSent() throws Exception {
        try (Bench bench =
                new Bench(WORLD)
                        .withoutPauses()
                        .with("metrics.concurrency", String.valueOf(READERS))
                        .with("guance.batch.points", "100")
                        .start(Mode.ONCE)) {
            AtomicInteger calls = new AtomicInteger();
            bench.guance().failBy(() -> hangAfterTheObjects(calls));
            CompletableFuture<List<RunRecord>> runs = CompletableFuture.supplyAsync(bench::all);
            await().atMost(Duration.ofSeconds(30)).until(() -> calls.get() == OBJECTS + READERS);

            assertThat(bench.inFlight("read-request")).isEqualTo(READERS);
            assertThat(bench.inFlight("deliver-batch")).isEqualTo(READERS);
            assertThat(bench.aws.calls().count("GetMetricData")).isEqualTo(READERS);
            bench.guance().failBy(Optional::empty);
            bench.guance().recover();
            assertThat(runs.join()).allMatch(RunRecord::isClean);
            assertThat(bench.aws.calls().count("GetMetricData")).isGreaterThan(2 * READERS);
        }
    }

    private static Optional<GuanceFault> hangAfterTheObjects(AtomicInteger calls) {
        return calls.incrementAndGet() > OBJECTS
                ? Optional.of(GuanceFault.hang())
                : Optional.empty();
    }
}
