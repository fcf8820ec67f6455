package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.Datapoint;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.Traffic;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Case 12: ListMetrics names a new series late, and its first minutes arrive all the same. */
class NewApiTest {

    private static final Instant EIGHT = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant SEEN = Instant.parse("2026-11-24T08:25:00Z");
    private static final World WORLD =
            World.shop(
                    Region.of(
                            "eu-west-1",
                            new Lateness(
                                    Duration.ofMinutes(2),
                                    Duration.ofMinutes(2),
                                    Duration.ofMinutes(15)),
                            Api.rest("k3f9d0q2zm", "orders"),
                            Api.rest("n3w0000000", "new").traffic(Traffic.STEADY.from(EIGHT))));

    @Test
    void theFirstMinutesOfANewApiArriveThoughItIsListedLate() throws Exception {
        try (Bench bench = new Bench(WORLD, PageSizes.AWS, "2026-11-24T07:35:00Z")) {
            bench.with("metrics.delay", "3m");
            while (bench.clock.instant().isBefore(SEEN)) {
                assertThat(bench.runAll()).allMatch(RunRecord::isClean);
                assertThat(ofTheNewApi(bench)).isEmpty();
                bench.clock.advance(Duration.ofMinutes(5));
            }

            bench.runAll();

            Truth.of(WORLD, EIGHT, SEEN.minusSeconds(180), SEEN, NewApiTest::isNew)
                    .isAllThatArrived(ofTheNewApi(bench));
        }
    }

    private static boolean isNew(Datapoint at) {
        return Set.of(Map.of("ApiName", "new"), Map.of("ApiName", "new", "Stage", "prod"))
                .contains(at.metric().dimensions());
    }

    private static List<Point> ofTheNewApi(Bench bench) {
        return bench.guance().points("metric").stream()
                .filter(point -> "new".equals(point.tags().get("ApiName")))
                .toList();
    }
}
