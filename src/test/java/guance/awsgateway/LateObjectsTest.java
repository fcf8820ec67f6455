package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.Traffic;
import guance.awsgateway.standin.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest(name = "the receiver takes the later one: {0}")
    @ValueSource(booleans = {true, false})
    void aRejectedStateIsNotSentAgainOnceALaterOneHasArrivedOrIsParked(boolean taken)
            throws Exception {
        try (Bench bench = new Bench(WORLD).withoutPauses()) {
            bench.guance().refuse(point -> "bbbbbbbbbb".equals(point.tags().get("name")));
            bench.runAll();
            List<Path> rejected = bench.rejected();
            bench.guance().refuse(point -> false);
            bench.clock.advance(Duration.ofMinutes(15));
            Instant later = bench.clock.instant();
            if (!taken) {
                bench.guance().failAlways(GuanceFault.status(503));
            }
            bench.runAll();
            bench.stop();
            bench.guance().recover();

            int code = Main.run(bench.folder, bench.clock, "--replay-rejected");

            assertThat(code).isZero();
            assertThat(rejected).hasSize(1);
            assertThat(bench.rejected()).isEmpty();
            assertThat(last(bench))
                    .hasSize(3)
                    .allSatisfy((name, time) -> assertThat(time).isEqualTo(later));
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
