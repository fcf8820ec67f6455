package guance.awsgateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.LogLines;
import guance.awsgateway.TestSettings;
import guance.awsgateway.point.LineProtocol;
import guance.awsgateway.point.Point;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BatchesTest {

    @Test
    void aBatchHoldsNoMorePointsThanTheSettingsSay() {
        List<Point> points = IntStream.range(0, 2500).mapToObj(i -> point(i, 1)).toList();

        List<List<Point>> batches = batches().of(points);

        assertThat(batches).extracting(List::size).containsExactly(1000, 1000, 500);
        assertThat(batches.stream().flatMap(List::stream)).isEqualTo(points);
    }

    @Test
    void aPointLargerThanABatchStandsAlone() {
        List<Point> points = List.of(point(0, 10), point(1, 5000), point(2, 10), point(3, 10));

        List<List<Point>> batches = batches("guance.batch.bytes=1KiB").of(points);

        assertThat(batches)
                .containsExactly(points.subList(0, 1), points.subList(1, 2), points.subList(2, 4));
    }

    @Test
    void whatHasNothingToSendIsDroppedAndTold() {
        Point empty = new Point("m", new TreeMap<>(), Map.of("a", Double.NaN), 1);
        Point half = new Point("m", new TreeMap<>(), Map.of("a", Double.NaN, "b", 1.0), 1);

        List<List<Point>> batches;
        List<String> log;
        try (LogLines lines = new LogLines(Batches.class)) {
            batches = batches().of(List.of(empty, half, empty));
            log = lines.all();
        }

        assertThat(batches)
                .containsExactly(List.of(new Point("m", new TreeMap<>(), Map.of("b", 1.0), 1)));
        assertThat(log)
                .containsExactly("WARN 2 points have no field that can be sent, and are dropped");
    }

    @Test
    void nothingIsNoBatch() {
        assertThat(batches().of(List.of())).isEmpty();
    }

    @Property(tries = 60)
    void noBodyIsLargerThanTheSettingsSay(
            @ForAll @Size(max = 60) List<@IntRange(max = 900) Integer> lengths) throws IOException {
        List<Point> points =
                IntStream.range(0, lengths.size()).mapToObj(i -> point(i, lengths.get(i))).toList();

        List<List<Point>> lines = batches("guance.batch.bytes=1KiB").of(points);
        List<List<Point>> json =
                batches("guance.batch.bytes=1KiB", "guance.encoding=json").of(points);

        assertThat(lines.stream().flatMap(List::stream)).isEqualTo(points);
        assertThat(json.stream().flatMap(List::stream)).isEqualTo(points);
        for (List<Point> batch : lines) {
            assertThat(batch.size() == 1 ? 0 : lines(batch)).isLessThanOrEqualTo(1024);
        }
        for (List<Point> batch : json) {
            assertThat(batch.size() == 1 ? 0 : json(batch)).isLessThanOrEqualTo(1024);
        }
    }

    @Test
    void aBodyOfExactlyTheLimitIsOneBatch() throws IOException {
        List<Point> asLines = List.of(point(0, 500), point(1, 0));
        List<Point> fitting = List.of(point(0, 500), point(1, 1024 - lines(asLines)));
        List<Point> over = List.of(point(0, 500), point(1, 1025 - lines(asLines)));

        assertThat(lines(fitting)).isEqualTo(1024);
        assertThat(batches("guance.batch.bytes=1KiB").of(fitting)).hasSize(1);
        assertThat(batches("guance.batch.bytes=1KiB").of(over)).hasSize(2);
    }

    @Test
    void theBracketsOfAJsonBodyCount() throws IOException {
        String[] settings = {"guance.batch.bytes=1KiB", "guance.encoding=json"};
        List<Point> asJson = List.of(point(0, 500), point(1, 0));
        List<Point> fitting = List.of(point(0, 500), point(1, 1024 - json(asJson)));
        List<Point> over = List.of(point(0, 500), point(1, 1025 - json(asJson)));

        assertThat(batches(settings).of(fitting)).hasSize(1);
        assertThat(batches(settings).of(over)).hasSize(2);
    }

    private static Batches batches(String... lines) {
        return new Batches(TestSettings.of(lines).guance());
    }

    private static Point point(int number, int length) {
        return new Point(
                "m",
                new TreeMap<>(Map.of("n", "n" + number)),
                Map.of("message", "x".repeat(length)),
                number);
    }

    private static int lines(List<Point> batch) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LineProtocol().marshal(null, batch, out);
        return out.size();
    }

    private static int json(List<Point> batch) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsBytes(batch).length;
    }
}
