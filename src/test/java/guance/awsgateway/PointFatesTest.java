package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.delivery.Delivery;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.Traffic;
import guance.awsgateway.standin.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of the points of a batch of 64 objects, where Guance refuses some of them. */
class PointFatesTest {

    private static final int APIS = 64;
    private static final World WORLD =
            World.shop(
                    IntStream.range(0, APIS)
                            .mapToObj(i -> Api.http(name(i), "a" + i).traffic(Traffic.IDLE))
                            .toArray(Api[]::new));

    private static String name(int i) {
        return "api%07d".formatted(i);
    }

    @Test
    void aPointThatIsTooLargeAloneIsRejected() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            Point point = new Point("m", Map.of(), Map.of("f", 1.0), 1);
            bench.start(Mode.ONCE).guance().fail(GuanceFault.status(413));

            Delivery delivery = bench.deliver("metric", List.of(point));

            assertThat(delivery).returns(1, Delivery::rejected).returns(0, Delivery::parked);
            assertThat(bench.rejected())
                    .singleElement()
                    .satisfies(
                            file ->
                                    assertThat(Files.readString(file))
                                            .contains("413: a batch is too large for it"));
        }
    }

    @Test
    void badPointsAreFoundAndTheGoodOnesArriveOnce() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            Set<String> bad = Set.of(name(7), name(8), name(40));
            bench.guance().refuse(point -> bad.contains(point.tags().get("name")));

            RunRecord run = bench.runAll().get(0);

            assertThat(run)
                    .returns(APIS - 3, RunRecord::accepted)
                    .returns(3, RunRecord::rejected)
                    .returns(0, RunRecord::parked);
            assertThat(bench.guance().points("custom_object"))
                    .extracting(PointFatesTest::name)
                    .doesNotHaveDuplicates()
                    .hasSize(APIS - 3);
            assertThat(bench.rejected()).hasSize(3).allSatisfy(PointFatesTest::saysWhy);
            // At most two calls a bad point and halving, and one for the batch.
            assertThat(bench.guance().requests()).hasSizeLessThanOrEqualTo(1 + 3 * 2 * 6);
        }
    }

    private static void saysWhy(Path file) throws Exception {
        assertThat(Files.readAllLines(file).get(0))
                .contains(
                        "\"reason\":\"Guance answered 400 datakit.invalidJsonPoint (the point is"
                                + " bad): it refuses a point of the batch\"");
    }

    @Test
    void aReceiverThatRejectsEveryPointIsTheOneThatIsWrong() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            bench.guance().refuse(point -> true);

            bench.runAll();
            int calls = bench.guance().requests().size();
            List<Path> rejected = bench.rejected();
            bench.guance().refuse(point -> false);
            bench.runAll();

            assertThat(calls).isLessThan(60);
            assertThat(rejected).isEmpty();
            assertThat(bench.rejected()).isEmpty();
            assertThat(bench.parked()).isEmpty();
            assertThat(bench.guance().points("custom_object"))
                    .extracting(PointFatesTest::name)
                    .hasSize(2 * APIS)
                    .containsAll(IntStream.range(0, APIS).mapToObj(PointFatesTest::name).toList());
        }
    }

    private static String name(Point point) {
        return point.tags().get("name");
    }
}
