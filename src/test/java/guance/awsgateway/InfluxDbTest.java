package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import guance.awsgateway.delivery.Delivery;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.Influxd;
import guance.awsgateway.standin.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that others have written reads back what was sent to it. */
class InfluxDbTest {

    private static final long TIME = 1_795_507_200_000_000_001L;

    /** As sent, and as kept. */
    private static final List<List<String>> HOSTILE =
            List.of(
                    kept("a,b"),
                    kept("a b"),
                    kept(" a"),
                    kept("a=b=c"),
                    kept("a\\b"),
                    kept("a\\\\b"),
                    kept("a\\,b"),
                    kept("a\\ b"),
                    kept("a\\=b"),
                    kept("\"a\""),
                    kept("a\\\"b"),
                    kept("'a'"),
                    kept("#a"),
                    kept("支付 网关"),
                    kept("😀,😀"),
                    kept("é\u2028\uFFFF"),
                    List.of("a\nb", "a b"),
                    List.of("a\r\n\tb", "a   b"),
                    List.of("a\\", "a"),
                    List.of("a\\\\\\", "a"),
                    List.of("a\uD83D", "a\uFFFD"));

    private static final World WORLD =
            World.shop(
                    Api.http("aaaaaaaaaa", "pay, \"a=b\" c\\").tags(Map.of("a b", "c,d=\\ \"e\"")),
                    Api.rest("bbbbbbbbbb", "orders, x=y z\\"),
                    Api.http("cccccccccc", "支付 😀\nline"));

    @TempDir Path folder;
    private Influxd influx;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(
                Influxd.isInstalled(),
                "skipped: influxd is missing; install the Debian package influxdb");
        influx = new Influxd(folder);
    }

    @AfterEach
    void stop() throws Exception {
        if (influx != null) {
            influx.close();
        }
    }

    private static List<String> kept(String text) {
        return List.of(text, text);
    }

    @Test
    void hostileTextIsReadBackAsItWasSent() throws Exception {
        String longer = "网".repeat(2000);
        List<Point> sent =
                IntStream.range(0, HOSTILE.size())
                        .mapToObj(i -> point(HOSTILE.get(i).get(0), HOSTILE.get(i).get(0), i))
                        .toList();
        List<Point> kept =
                IntStream.range(0, HOSTILE.size())
                        .mapToObj(i -> point(HOSTILE.get(i).get(1), HOSTILE.get(i).get(0), i))
                        .toList();
        Point large = new Point("m", Map.of("v", longer), Map.of("s", longer.repeat(10)), TIME);
        Point cut =
                new Point("m", Map.of("v", "网".repeat(341)), Map.of("s", longer.repeat(10)), TIME);

        try (Bench bench = bench().start(Collector.Mode.ONCE)) {
            assertThat(bench.deliver("custom_object", sent))
                    .returns(HOSTILE.size(), Delivery::accepted);
            assertThat(bench.deliver("custom_object", List.of(large)))
                    .returns(1, Delivery::accepted);
        }

        assertThat(influx.points("custom_object"))
                .contains(cut)
                .containsAll(kept)
                .hasSize(HOSTILE.size() + 1);
    }

    /** In a string field a line break and a backslash at the end stay. */
    private static Point point(String label, String text, int i) {
        return new Point(
                "m" + i + label,
                Map.of("k" + label, "v" + label),
                Map.of("f" + label, i / 3.0, "s" + label, text.replace("\uD83D", "\uFFFD")),
                TIME);
    }

    @Test
    void aWholeRunIsReadBackAsTheStandInReadIt() throws Exception {
        List<Point> objects;
        List<Point> metrics;
        try (Bench bench = new Bench(WORLD)) {
            assertThat(bench.runAll()).allMatch(RunRecord::isClean);
            objects = bench.guance().points("custom_object");
            metrics = bench.guance().points("metric");
        }
        try (Bench bench = bench()) {
            assertThat(bench.runAll()).allMatch(RunRecord::isClean);
        }

        assertThat(objects).hasSize(3);
        assertThat(influx.points("custom_object")).containsExactlyInAnyOrderElementsOf(objects);
        assertThat(metrics).hasSizeGreaterThan(20);
        assertThat(influx.points("metric")).containsExactlyInAnyOrderElementsOf(metrics);
    }

    private Bench bench() throws Exception {
        return new Bench(WORLD).with("guance.url", influx.url());
    }
}
