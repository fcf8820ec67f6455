package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.delivery.Delivery;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Fifty bad points are hidden in 200,000. */
class BadPointsTest {

    private static final int POINTS = 200_000;
    private static final int BAD = 50;
    private static final int BATCH = 1000;

    /** Halvings until one point of a batch stands alone. */
    private static final int HALVINGS = 10;

    /** Points that a run would hand over at once. */
    private static final int HANDED = 20_000;

    /** The time of a point is its number. */
    private final Set<Long> bad =
            new Random(5)
                    .longs(0, POINTS)
                    .distinct()
                    .limit(BAD)
                    .boxed()
                    .collect(Collectors.toSet());

    @Test
    void theGoodOnesArriveOnceAndTheBadOnesAreKeptWithTheReason() throws Exception {
        try (Bench bench =
                new Bench(World.shop(Api.http("aaaaaaaaaa", "a")))
                        .with("guance.requests-per-second", "1000")
                        .start(Mode.ONCE)) {
            bench.guance().refuse(point -> bad.contains(point.time()));

            int accepted = 0;
            int rejected = 0;
            for (int from = 0; from < POINTS; from += HANDED) {
                Delivery delivery = bench.deliver("metric", points(from));
                accepted += delivery.accepted();
                rejected += delivery.rejected();
            }

            assertThat(accepted).isEqualTo(POINTS - BAD);
            assertThat(rejected).isEqualTo(BAD);
            assertThat(bench.guance().points("metric"))
                    .extracting(Point::time)
                    .doesNotHaveDuplicates()
                    .doesNotContainAnyElementsOf(bad)
                    .hasSize(POINTS - BAD);
            assertThat(bench.parked()).isEmpty();
            assertThat(bench.rejected())
                    .allSatisfy(BadPointsTest::saysWhy)
                    .extracting(BadPointsTest::time)
                    .containsExactlyInAnyOrderElementsOf(bad);
            assertThat(bench.guance().requests())
                    .hasSizeLessThanOrEqualTo(POINTS / BATCH + 2 * BAD * HALVINGS);
        }
    }

    private static List<Point> points(int from) {
        return LongStream.range(from, from + HANDED)
                .mapToObj(i -> new Point("m", Map.of("a", "b"), Map.of("f", 1.0), i))
                .toList();
    }

    private static void saysWhy(Path file) throws Exception {
        assertThat(Files.readAllLines(file).get(0))
                .contains("\"reason\":\"Guance answered 400 datakit.invalidJsonPoint");
    }

    private static long time(Path file) {
        try {
            String point = Files.readAllLines(file).get(1);
            return Long.parseLong(point.replaceAll(".*\"time\":(\\d+)}", "$1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
