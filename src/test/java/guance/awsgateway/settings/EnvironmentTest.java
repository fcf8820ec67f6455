package guance.awsgateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnvironmentTest {
    @TempDir Path directory;

    @Test
    void aMapIsOneVariableAndWinsEntryByEntry() {
        String file =
                "collector.accounts[0].extra-tags.owner=nobody\n"
                        + "collector.accounts[0].extra-tags.kept=yes\n";

        Loaded loaded =
                load(
                        file,
                        Map.of(
                                "COLLECTOR_ACCOUNTS_0_EXTRA_TAGS",
                                "owner=platform;cost-center=12 34"));

        assertThat(loaded.settings().accounts().get(0).extraTags())
                .containsExactly(
                        entry("cost-center", "12 34"),
                        entry("kept", "yes"),
                        entry("owner", "platform"));
    }

    @Test
    void statisticsAreAListForAllOrAMapByMetric() {
        StatisticSettings list =
                load("", Map.of("METRICS_STATISTICS", "Sum")).settings().metrics().statistics();
        StatisticSettings map =
                load("", Map.of("METRICS_STATISTICS", "Count=Sum;Latency=Maximum,Average"))
                        .settings()
                        .metrics()
                        .statistics();

        assertThat(list.of("Count")).containsExactly("Sum");
        assertThat(map.of("Latency")).containsExactly("Average", "Maximum");
        assertThat(map.of("4XXError")).isEqualTo(StatisticSettings.KNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "GUANCE_AWS_GATEWAY_SERVICE_HOST, 10.0.0.1",
        "METRICS_SERVICE_PORT, 8080",
        "METRICS_SERVICE_PORT_HTTP, 8080",
        "MANAGEMENT_PORT, tcp://10.0.0.1:9876",
        "STATE_PORT_5432_TCP_ADDR, 10.0.0.1",
        "PATH, /bin"
    })
    void otherPeoplesVariablesArePassedOver(String name, String value) {
        assertThat(load("", Map.of(name, value)).warnings()).isEmpty();
    }

    @Test
    void anUnknownVariableIsWarnedOfWithoutItsValue() {
        assertThat(load("", Map.of("GUANCE_TOKN", "HUSH", "LOG_LEVEL", "debug")).warnings())
                .containsExactly(
                        "environment GUANCE_TOKN: no such setting, ignored; did you mean"
                                + " GUANCE_TOKEN?",
                        "environment LOG_LEVEL: no such setting, ignored");
    }

    @Test
    void aMapWithoutNamesIsAProblem() {
        Problems problems = new Problems(new Redaction(List.of()));

        List<Given> given = new Environment(Map.of("METRICS_PERCENTILES", "p99")).read(problems);

        assertThat(given).isEmpty();
        assertThat(problems.sound("metrics.percentiles")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Key.class)
    void everySettingCanComeFromTheEnvironment(Key key) {
        String name = key.variable().replace("#", "3");
        String value = key.isMap() ? "entry=value" : "value";

        List<Given> given =
                new Environment(Map.of(name, value)).read(new Problems(new Redaction(List.of())));

        assertThat(given)
                .containsExactly(
                        new Given(
                                key.at(3) + (key.isMap() ? ".entry" : ""),
                                "value",
                                Given.Source.ENVIRONMENT,
                                "environment " + name));
    }

    @Test
    void noTwoSettingsShareAVariableButTheStatistics() {
        assertThat(Arrays.stream(Key.values()).map(Key::variable).distinct())
                .hasSize(Key.values().length - 1);
    }

    private Loaded load(String file, Map<String, String> environment) {
        String whole = Reading.ACCOUNT + Reading.RECEIVER + file;
        return Reading.text(directory, whole, Map.of(), environment);
    }
}
