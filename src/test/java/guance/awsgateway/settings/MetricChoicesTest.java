package guance.awsgateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricChoicesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Count                    | AWS/ApiGateway",
                "AWS/Lambda: Duration     | AWS/Lambda",
                "AWS/Lambda:Duration      | AWS/Lambda",
                "My:Own : Duration        | My:Own",
                "Count, Odd:Name          | AWS/ApiGateway",
                "*: Odd                   | AWS/ApiGateway"
            })
    void theNamespaceStandsBeforeAColon(String step, String namespace) {
        assertThat(MetricSelection.Step.parse(step).namespace()).isEqualTo(namespace);
    }

    @Test
    void stepsFilterWithinTheirNamespace() {
        MetricSelection selection =
                MetricSelection.parse("ALL", "AWS/Lambda: Duration, Errors", "NOT, Cache*");

        assertThat(selection.namespaces()).containsExactly("AWS/ApiGateway", "AWS/Lambda");
        assertThat(selection.selects("AWS/ApiGateway", "Count")).isTrue();
        assertThat(selection.selects("AWS/ApiGateway", "CacheHitCount")).isFalse();
        assertThat(selection.selects("AWS/Lambda", "Errors")).isTrue();
        assertThat(selection.selects("AWS/Lambda", "Invocations")).isFalse();
        assertThat(selection.selects("AWS/EC2", "CPUUtilization")).isFalse();
    }

    @Test
    void aMetricsOwnStatisticsReplaceTheGeneralOnes() {
        StatisticSettings statistics =
                new StatisticSettings(
                        List.of("Sum", "Average"),
                        new TreeMap<>(Map.of("Count", List.of("SampleCount"))),
                        new TreeMap<>(Map.of("Latency", List.of("p99.9", "p50"))));

        assertThat(statistics.of("Count")).containsExactly("SampleCount");
        assertThat(statistics.of("Latency")).containsExactly("Average", "Sum", "p99.9", "p50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "none,ALL"})
    void allGrainsIncludeEverySet(String text) {
        Grains grains = Grains.parse(text);

        assertThat(grains.includes(Set.of())).isTrue();
        assertThat(grains.includes(Set.of("ApiId", "Route"))).isTrue();
    }

    @Test
    void aGrainIsExactlyItsDimensionSet() {
        Grains grains = Grains.parse("none, Stage+ApiName");

        assertThat(grains.includes(Set.of())).isTrue();
        assertThat(grains.includes(Set.of("ApiName", "Stage"))).isTrue();
        assertThat(grains.includes(Set.of("ApiName"))).isFalse();
        assertThat(grains.includes(Set.of("ApiName", "Stage", "Method"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p0", "p50", "p99.9", "p100", "tm99", "wm98.5", "tc95", "ts90", "IQM"})
    void percentilesAreWrittenAsCloudWatchDoes(String percentile) {
        assertThat(read(percentile).of("Latency")).contains(percentile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p101", "p100.1", "p099", "P99", "p", "99", "pr(0:50)", "p9.", "p-1"})
    void otherPercentilesAreRefused(String percentile) {
        Problems problems = new Problems(new Redaction(List.of()));

        read(percentile, problems);

        assertThatThrownBy(problems::throwIfAny)
                .message()
                .contains("\n  metrics.percentiles.Latency = " + percentile + " (test): not a");
    }

    private static StatisticSettings read(String percentile) {
        return read(percentile, new Problems(new Redaction(List.of())));
    }

    private static StatisticSettings read(String percentile, Problems problems) {
        String key = "metrics.percentiles.Latency";
        Given given = new Given(key, percentile, Given.Source.FILE, "test");
        return StatisticSettings.read(new Values(new TreeMap<>(Map.of(key, given)), problems));
    }
}
