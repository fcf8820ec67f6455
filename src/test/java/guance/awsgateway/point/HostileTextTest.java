package guance.awsgateway.point;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.standin.StrictLineProtocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class HostileTextTest {

    private static final Point NEIGHBOUR =
            new Point("m", Map.of("a", "b"), Map.of("f", 1.0, "s", "one\ntwo"), 1);

    @Property(tries = 1000)
    void isReadBackAsTheCleanedPoint(@ForAll("points") Point point) throws IOException {
        byte[] line = Lines.bytes(List.of(point));

        assertThat(StrictLineProtocol.parse(line))
                .isEqualTo(WireRules.clean(point).stream().toList());
        assertThat(LineProtocol.encodedSize(point)).isEqualTo(line.length);
    }

    @Property(tries = 500)
    void neverBreaksANeighbour(@ForAll("points") Point point) throws IOException {
        byte[] body = Lines.bytes(List.of(NEIGHBOUR, point, NEIGHBOUR));

        List<Point> read = StrictLineProtocol.parse(body);

        assertThat(read.get(0)).isEqualTo(NEIGHBOUR);
        assertThat(read.get(read.size() - 1)).isEqualTo(NEIGHBOUR);
        assertThat(read).hasSize(WireRules.clean(point).isPresent() ? 3 : 2);
    }

    @Property(tries = 500)
    void asManyBytesAreExpectedAsItsLineHasAtLeast(@ForAll("points") Point point) {
        WireRules.clean(point)
                .ifPresent(
                        clean ->
                                assertThat(LineProtocol.mostBytes(clean))
                                        .isGreaterThan(LineProtocol.encodedSize(clean)));
    }

    @Property(tries = 1000)
    void aNumberIsWrittenAsJavaWritesIt(@ForAll("numbers") double number) throws IOException {
        Point point = new Point("m", Map.of(), Map.of("f", number), 1);

        assertThat(Lines.encode(point)).isEqualTo("m f=" + Double.toString(number) + " 1");
    }

    @Property(tries = 500)
    void pointsThatShareTheirTagsAreWrittenLikeOthers(@ForAll("points") Point point)
            throws IOException {
        Point other = new Point(point.measurement(), point.tags(), Map.of("f", 2.0), 2);
        Point third = new Point("x" + point.measurement(), point.tags(), Map.of("f", 3.0), 3);

        String alone =
                Stream.of(point, other, third)
                        .map(HostileTextTest::line)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"));

        assertThat(Lines.encode(point, other, third)).isEqualTo(alone);
    }

    private static String line(Point point) {
        try {
            return Lines.encode(point);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.integers().map(Integer::doubleValue),
                Arbitraries.of(0.0, -0.0, 1.0, -1.0, 9_999_999.0, 1e7, 10_000_001.0, 1e-3, 5e-324));
    }

    @Property(tries = 500)
    void cleaningTwiceIsCleaningOnce(@ForAll("points") Point point) {
        Optional<Point> once = WireRules.clean(point);

        assertThat(once.flatMap(WireRules::clean).orElse(null)).isSameAs(once.orElse(null));
    }

    @Property(tries = 500)
    void keepsTheLimits(@ForAll("points") Point point) {
        WireRules.clean(point)
                .ifPresent(
                        clean -> {
                            assertThat(clean.tags().values()).allMatch(each -> fits(each, 1024));
                            assertThat(clean.tags().keySet()).allMatch(each -> fits(each, 256));
                            assertThat(clean.fields().keySet()).allMatch(each -> fits(each, 256));
                        });
    }

    @Provide
    Arbitrary<Point> points() {
        Arbitrary<Object> values =
                Arbitraries.oneOf(
                        Arbitraries.doubles().map(each -> (Object) each),
                        Arbitraries.of(Double.NaN, Double.NEGATIVE_INFINITY, -0.0, 1e-320),
                        texts().map(each -> (Object) each));
        return Combinators.combine(
                        texts(),
                        Arbitraries.maps(texts(), texts()).ofMaxSize(6),
                        Arbitraries.maps(texts(), values).ofMaxSize(4),
                        Arbitraries.longs())
                .as(Point::new);
    }

    /** Short and long, of characters that mean something somewhere, and of any. */
    private static Arbitrary<String> texts() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "a", "网关", "😀", "\uD83D", "\uDE00", " ", ",", "=", "\"", "\\", "\\\\",
                        "\n", "\r\n", "\t", "\0", "\u0085", "\u2028", "#", "'", "é", "\uFFFF");
        Arbitrary<String> joined = pieces.list().ofMaxSize(8).map(each -> String.join("", each));
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(20);
        Arbitrary<String> trailing = joined.map(each -> each + "\\");
        Arbitrary<String> longer =
                joined.map(each -> (each + "中a").repeat(3000).substring(0, 3000));
        return Arbitraries.frequencyOf(
                Tuple.of(8, joined), Tuple.of(4, any), Tuple.of(2, trailing), Tuple.of(1, longer));
    }

    private static boolean fits(String text, int bytes) {
        return text.getBytes(StandardCharsets.UTF_8).length <= bytes;
    }
}
