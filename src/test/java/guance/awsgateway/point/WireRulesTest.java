package guance.awsgateway.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WireRulesTest {

    private static final Map<String, Object> FIELDS = Map.of("f", 1.0);

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("as it is", "a\\b, =\"", "a\\b, =\""),
                arguments("control characters", "a\r\n\t\0\u0085b", "a     b"),
                arguments("half a pair", "\uD83Da\uDE00", "\uFFFDa\uFFFD"),
                arguments("a whole pair", "\uD83D\uDE00", "\uD83D\uDE00"),
                arguments("cut before a pair", "a".repeat(1021) + "😀", "a".repeat(1021)),
                arguments("a pair that fits", "a".repeat(1020) + "😀", "a".repeat(1020) + "😀"),
                arguments("backslash at the cut", "a".repeat(1023) + "\\b", "a".repeat(1023)),
                arguments("blanks are kept", " a ", " a "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void cleansATagValue(String name, String value, String clean) {
        Point point = new Point("m", Map.of("k", value), FIELDS, 1);

        assertThat(WireRules.clean(point)).contains(new Point("m", Map.of("k", clean), FIELDS, 1));
    }

    @Test
    void dropsTagsWithoutAKeyOrValue() {
        Map<String, String> tags = new HashMap<>(Map.of("a", "", "b", " \t\\", "", "v", " ", "v"));
        tags.put("none", null);
        tags.put("k", "v");

        assertThat(WireRules.clean(new Point("m", tags, FIELDS, 1)))
                .contains(new Point("m", Map.of("k", "v"), FIELDS, 1));
    }

    @Test
    void keepsTheFirstOfKeysThatBecomeEqual() {
        Map<String, String> tags = Map.of("a b", "second", "a\tb", "first");

        assertThat(WireRules.clean(new Point("m", tags, FIELDS, 1)))
                .contains(new Point("m", Map.of("a b", "first"), FIELDS, 1));
    }

    @Test
    void sortsTagsByKey() {
        Map<String, String> tags = Map.of("b", "1", "a", "2", "B", "3", "é", "4");

        Point clean = WireRules.clean(new Point("m", tags, FIELDS, 1)).orElseThrow();

        assertThat(clean.tags().keySet()).containsExactly("B", "a", "b", "é");
    }

    @Test
    void makesFieldsFloatsOrText() {
        Map<String, Object> fields =
                Map.of("i", 3, "nan", Float.NaN, "b", true, "s", "\uD83D\n", "d", -0.0);

        assertThat(WireRules.clean(new Point("m", Map.of(), fields, 1)))
                .contains(
                        new Point(
                                "m",
                                Map.of(),
                                Map.of("i", 3.0, "b", "true", "s", "\uFFFD\n", "d", -0.0),
                                1));
    }

    @Test
    void hasNothingToSendWithoutFieldsOrMeasurement() {
        assertThat(WireRules.clean(new Point("m", Map.of(), Map.of("f", Double.NaN), 1))).isEmpty();
        assertThat(WireRules.clean(new Point("\n\\", Map.of(), FIELDS, 1))).isEmpty();
    }

    @Test
    void makesNoCommentOfAMeasurement() {
        assertThat(WireRules.clean(new Point("#m", Map.of(), FIELDS, 1)))
                .contains(new Point("_m", Map.of(), FIELDS, 1));
    }
}
