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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that others have written reads back what was sent to it. */
class InfluxDbTest {

    private static final long TIME = 1_795_507_200_000_000_001L;

    /**
     * @param name as a measurement, sent and kept: without a backslash, which no namespace of
     *     CloudWatch has, and with which InfluxDB loses some
     * @param kept as a key or a value of a tag
     * @param key as a key of a field, where InfluxDB drops a backslash before a quote
     */
    private record Text(String sent, String name, String kept, String key) {}

    private static final List<Text> HOSTILE =
            List.of(
                    kept("a,b"),
                    kept("a b"),
                    kept(" a"),
                    kept("a=b=c"),
                    new Text("a\\b", "a", "a\\b", "a\\b"),
                    new Text("a\\\\b", "a", "a\\\\b", "a\\\\b"),
                    new Text("a\\,b", "a,b", "a\\,b", "a,b"),
                    new Text("a\\\\ b", "a b", "a\\\\ b", "a b"),
                    new Text("a\\=b", "a=b", "a\\=b", "a=b"),
                    kept("\"a\""),
                    new Text("a\\\"b", "a\"b", "a\\\"b", "a\"b"),
                    kept("'a'"),
                    kept("#a"),
                    kept("支付 网关"),
                    kept("😀,😀"),
                    kept("é\u2028\uFFFF"),
                    new Text("a\nb", "a b", "a b", "a b"),
                    new Text("a\r\n\tb", "a   b", "a   b", "a   b"),
                    new Text("a\\", "a", "a", "a"),
                    new Text("a\\\\\\", "a", "a", "a"),
                    new Text("a\uD83D", "a\uFFFD", "a\uFFFD", "a\uFFFD"));

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

    private static Text kept(String text) {
        return new Text(text, text, text, text);
    }

    @Test
    void hostileTextIsReadBackAsItWasSent() throws Exception {
        String longer = "网".repeat(2000);
        Map<String, Object> message = Map.of("message", longer.repeat(10));
        Point large = new Point("m", Map.of("v", longer), message, TIME);
        Point cut = new Point("m", Map.of("v", "网".repeat(341)), message, TIME);
        List<Point> sent = new ArrayList<>(List.of(large));
        List<Point> kept = new ArrayList<>(List.of(cut));
        for (Text text : HOSTILE) {
            String value = text.sent();
            sent.add(point(sent.size(), new Text(value, text.name(), value, value), value));
            kept.add(point(kept.size(), text, value.replace("a\uD83D", "a\uFFFD")));
        }

        try (Bench bench = bench().start(Mode.ONCE)) {
            assertThat(bench.deliver("custom_object", sent))
                    .returns(sent.size(), Delivery::accepted);
        }

        assertThat(influx.points("custom_object")).containsExactlyInAnyOrderElementsOf(kept);
    }

    /** In the value of a field, line breaks and backslashes stay as they are. */
    private static Point point(int i, Text text, String value) {
        return new Point(
                "m" + i + text.name(),
                Map.of("k" + text.kept(), "v" + text.kept()),
                Map.of("f" + text.key(), i / 3.0, "s" + text.key(), value),
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
