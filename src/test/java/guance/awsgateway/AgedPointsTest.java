package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.delivery.Delivery;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A DataKit gives a point that is two hours old the time of now: it never gets one. */
class AgedPointsTest {

    private static final World WORLD = World.shop(Api.http("aaaaaaaaaa", "a"));

    private static Bench bench() throws Exception {
        return new Bench(WORLD).datakit().withoutPauses().start(Mode.ONCE);
    }

    private static Point point(Bench bench, Duration age) {
        long nanos = bench.clock.instant().minus(age).getEpochSecond() * 1_000_000_000;
        return new Point("m", Map.of("a", "b"), Map.of("f", 1.0), nanos);
    }

    @Test
    void ofALiveBatchThatHasGrownOldTheYoungPointsAreSentAndTheOthersHeld() throws Exception {
        try (Bench bench = bench()) {
            Point old = point(bench, Duration.ofMinutes(111));
            Point young = point(bench, Duration.ofMinutes(109));

            Delivery delivery = bench.deliver("metric", List.of(old, young));
            int calls = bench.guance().requests().size();
            bench.replay();
            bench.replay();

            assertThat(calls).isZero();
            assertThat(delivery)
                    .returns(2, Delivery::parked)
                    .returns(
                            "not sent, as a DataKit would give points older than 110 minutes the"
                                    + " time of now; these wait for guance.receiver=dataway",
                            Delivery::reason);
            assertThat(bench.guance().points("metric")).containsExactly(young);
            assertThat(bench.parked()).hasSize(1);
        }
    }

    @Test
    void aBatchThatGrowsOldBetweenTwoTriesIsNotTriedAgain() throws Exception {
        try (Bench bench = bench()) {
            Point point = point(bench, Duration.ofMinutes(109));
            bench.guance()
                    .failBy(
                            () -> {
                                bench.clock.advance(Duration.ofMinutes(12));
                                return Optional.of(GuanceFault.status(503));
                            });

            Delivery delivery = bench.deliver("metric", List.of(point));

            assertThat(bench.guance().requests()).hasSize(1);
            assertThat(delivery).returns(1, Delivery::parked);
        }
    }

    @Test
    void objectsAndADatawayAreNotConcerned() throws Exception {
        try (Bench bench = bench()) {
            assertThat(
                            bench.deliver(
                                    "custom_object",
                                    List.of(point(bench, Duration.ofMinutes(111)))))
                    .returns(1, Delivery::accepted);
        }
        try (Bench bench = new Bench(WORLD).start(Mode.ONCE)) {
            assertThat(bench.deliver("metric", List.of(point(bench, Duration.ofDays(1)))))
                    .returns(1, Delivery::accepted);
        }
    }
}
