package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.StatisticSettings;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    private static final DimensionSet REST = Sets.set("ApiName", "orders");
    private static final DimensionSet STAGE = Sets.set("ApiName", "orders", "Stage", "prod");
    private static final DimensionSet CHAT = Sets.set("ApiId", "w5x6y7z8a9");
    private static final DimensionSet ROLL_UP = Sets.set();

    private final StatisticSettings statistics = TestSettings.of().metrics().statistics();
    private final QueryPlan plan = new QueryPlan(statistics);

    @Test
    void aRestApiIsAskedByNameForItsCountAndGuardsItsStages() {
        List<Series> series = series(List.of(REST, STAGE), "Count", "Latency");

        assertThat(Gate.of(series))
                .containsExactly(
                        new Gate(List.of(new Query(REST, "Count", "SampleCount")), series));
    }

    @Test
    void aWebSocketApiIsAskedForConnectionsAndMessages() {
        List<Series> series = series(List.of(CHAT), "IntegrationLatency", "MessageCount");

        assertThat(Gate.of(series))
                .containsExactly(
                        new Gate(
                                List.of(
                                        new Query(CHAT, "ConnectCount", "SampleCount"),
                                        new Query(CHAT, "MessageCount", "SampleCount")),
                                series));
    }

    @Test
    void whatHasNoRequestCountOfItsApiIsNotAskedAbout() {
        List<Series> series = series(List.of(ROLL_UP, STAGE), "Count");
        series.addAll(series(List.of(REST), "Latency"));
        series.add(new Series(new DimensionSet("AWS/Lambda", new TreeMap<>()), "Count"));

        assertThat(Gate.of(series)).isEmpty();
    }

    /** REST APIs have seven metrics a set, WebSocket APIs six. */
    @ParameterizedTest(name = "{0} counts for {1} metrics, each minute read {2} times: {3}")
    @CsvSource({
        "1, 14, 3, true",
        "1, 7, 3, true",
        "2, 12, 3, true",
        "2, 6, 3, false",
        "1, 14, 2, true",
        "1, 2, 3, false",
        "1, 1, 100, true"
    })
    void itIsAskedFirstWhereThatCostsLittle(int counts, int metrics, long reads, boolean worth) {
        List<Series> series =
                Stream.iterate(0, i -> i + 1)
                        .limit(metrics)
                        .map(i -> new Series(CHAT, "M" + i))
                        .toList();
        Query count = new Query(CHAT, "Count", "SampleCount");
        Gate gate = new Gate(Stream.generate(() -> count).limit(counts).toList(), series);

        assertThat(gate.isWorthAsking(plan, reads)).isEqualTo(worth);
    }

    private static List<Series> series(List<DimensionSet> sets, String... metrics) {
        return Stream.of(sets)
                .flatMap(List::stream)
                .flatMap(set -> Stream.of(metrics).map(metric -> new Series(set, metric)))
                .collect(Collectors.toList());
    }
}
