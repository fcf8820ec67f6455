package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.Traffic;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Guance keeps of an object what arrived last. */
class LateObjectsTest {

    private static final World WORLD =
            World.shop(
                    Api.http("aaaaaaaaaa", "a").traffic(Traffic.IDLE),
                    Api.http("bbbbbbbbbb", "b").traffic(Traffic.IDLE),
                    Api.http("cccccccccc", "c").traffic(Traffic.IDLE));

    @Test
    void noStateOfAnObjectArrivesAfterALaterOne() throws Exception {
        try (Bench bench = new Bench(WORLD).withoutPauses().with("guance.batch.points", "1")) {
            bench.guance().failAlways(GuanceFault.status(503));
            bench.runAll();
            bench.guance().recover();
            bench.clock.advance(Duration.ofMinutes(15));
            Instant later = bench.clock.instant();

            AtomicInteger calls = new AtomicInteger();
            bench.guance().failBy(() -> hangSecond(calls));
            CompletableFuture<Void> replay = CompletableFuture.runAsync(bench::replay);
            await().until(() -> calls.get() == 2);
            bench.all();
            bench.guance().recover();
            replay.join();
            bench.replay();

            assertThat(last(bench))
                    .hasSize(3)
                    .allSatisfy((name, time) -> assertThat(time).isEqualTo(later));
            assertThat(bench.parked()).isEmpty();
        }
    }

    private static Optional<GuanceFault> hangSecond(AtomicInteger calls) {
        return calls.incrementAndGet() == 2 ? Optional.of(GuanceFault.hang()) : Optional.empty();
    }

    private static Map<String, Instant> last(Bench bench) {
        return bench.guance().points("custom_object").stream()
                .collect(
                        Collectors.toMap(
                                point -> point.tags().get("name"),
                                LateObjectsTest::time,
                                (earlier, later) -> later));
    }

    private static Instant time(Point point) {
        return Instant.ofEpochSecond(0, point.time());
    }
}
