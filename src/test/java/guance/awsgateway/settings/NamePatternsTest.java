package guance.awsgateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALL                  | anything      | true",
                "Count                | Count         | true",
                "Count                | count         | false",
                "Count, Latency       | Latency       | true",
                "4XX*                 | 4XXError      | true",
                "*Latency             | Latency       | true",
                "*a*a*                | a             | false",
                "ab*ba                | aba           | false",
                "NOT, Cache*          | CacheHitCount | false",
                "NOT, Cache*          | Count         | true",
                "NOT, Cache*, Count   | Count         | false",
                "NOT, ALL             | Count         | false"
            })
    void aStepPassesANameOrNot(String step, String name, boolean passes) {
        assertThat(NamePatterns.parse(step).matches(name)).isEqualTo(passes);
    }

    @Test
    void stepsFilterOneAfterAnother() {
        NamePatterns patterns =
                NamePatterns.inTurn(
                        List.of(NamePatterns.parse("shop-*"), NamePatterns.parse("NOT, *-test")));

        assertThat(List.of("shop-a", "shop-test", "other").stream().filter(patterns::matches))
                .containsExactly("shop-a");
        assertThat(patterns.matchesAll()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT        | names no pattern",
                "NOT Cache* | write NOT, Cache*",
                "Count, NOT | NOT stands once, first",
                "all        | ALL is written in capitals"
            })
    void aSlipIsToldRatherThanMatched(String step, String advice) {
        assertThatThrownBy(() -> NamePatterns.parse(step))
                .isInstanceOf(WrongValue.class)
                .hasMessageContaining(advice);
    }

    @Test
    void anApiIsChosenByNameAndByEveryTag() {
        ApiSettings apis =
                new ApiSettings(
                        NamePatterns.parse("shop-*"),
                        new TreeMap<>(Map.of("environment", NamePatterns.parse("prod*"))),
                        List.of(),
                        2);

        assertThat(apis.chooses("shop-a", Map.of("environment", "production"))).isTrue();
        assertThat(apis.chooses("shop-a", Map.of("environment", "test"))).isFalse();
        assertThat(apis.chooses("shop-a", Map.of())).isFalse();
        assertThat(apis.chooses("other", Map.of("environment", "production"))).isFalse();
        assertThat(apis.choosesAll()).isFalse();
    }

    @Property
    void aStarIsAnyRunOfCharacters(
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 8) String name,
            @ForAll("patterns") String pattern) {
        String regex =
                Arrays.stream(pattern.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"));

        assertThat(new NamePattern(pattern).matches(name)).isEqualTo(name.matches(regex));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars('a', 'b', '*').ofMaxLength(6);
    }
}
