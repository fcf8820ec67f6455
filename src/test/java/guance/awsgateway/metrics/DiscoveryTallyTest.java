package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import guance.awsgateway.inventory.Apis;
import guance.awsgateway.inventory.ChosenApis;
import guance.awsgateway.inventory.Inventory;
import guance.awsgateway.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DiscoveryTallyTest {

    private static final DimensionSet API = Sets.set("ApiName", "orders");
    private static final DimensionSet METHOD =
            Sets.set("ApiName", "orders", "Stage", "prod", "Method", "GET", "Resource", "/");
    private static final Demand ONE = new Demand(1, 1, 4, 5);
    private static final Demand TWO = new Demand(2, 2, 8, 10);
    private final Inventory inventory = Apis.inventory(Apis.rest("k3", "orders"));

    @Test
    void whatTheGrainsAloneLeaveOutIsCountedByGrain() {
        Settings settings = TestSettings.of("metrics.selection[0]=NOT, Cache*");

        Discovered figures =
                discovered(
                        settings,
                        Sets.series(API, "Count", "Latency", "CacheHitCount"),
                        Sets.series(METHOD, "Count", "Latency", "CacheHitCount"),
                        Sets.series(Sets.set(), "Count"));

        assertThat(figures)
                .isEqualTo(
                        new Discovered(
                                breakdown(
                                        TWO,
                                        Map.of("ApiName", TWO),
                                        Map.of("Count", ONE, "Latency", ONE)),
                                breakdown(
                                        new Demand(3, 3, 12, 15),
                                        Map.of(
                                                "ApiName+Method+Resource+Stage", TWO,
                                                "none", ONE),
                                        Map.of("Count", TWO, "Latency", ONE)),
                                breakdown(
                                        ONE, Map.of("ApiName", ONE), Map.of("CacheHitCount", ONE)),
                                3));
    }

    @Test
    void otherNamespacesHaveNoGrains() {
        Settings settings =
                TestSettings.of(
                        "metrics.selection[0]=ALL", "metrics.selection[1]=AWS/Lambda: Errors");
        DimensionSet lambda = Sets.other("AWS/Lambda", "FunctionName", "orders");

        Discovered figures = discovered(settings, Sets.series(lambda, "Errors", "Duration"));

        assertThat(figures)
                .isEqualTo(
                        new Discovered(
                                breakdown(ONE, Map.of(), Map.of("AWS/Lambda: Errors", ONE)),
                                Breakdown.NONE,
                                breakdown(ONE, Map.of(), Map.of("AWS/Lambda: Duration", ONE)),
                                1));
    }

    @Test
    void anApiThatIsNotChosenIsNotLeftOutByAGrain() {
        Settings settings = TestSettings.of("apis.selection[0]=NOT, orders");

        Discovered figures =
                discovered(settings, Sets.series(API, "Count"), Sets.series(METHOD, "Count"));

        assertThat(figures)
                .isEqualTo(new Discovered(Breakdown.NONE, Breakdown.NONE, Breakdown.NONE, 2));
    }

    @SafeVarargs
    private Discovered discovered(Settings settings, List<Series>... pages) {
        SeriesSelection selection =
                new SeriesSelection(settings.metrics(), new ChosenApis(settings.apis()));
        DiscoveryTally tally = new DiscoveryTally(settings.metrics().statistics());
        List<Series> read = new ArrayList<>();
        for (List<Series> page : pages) {
            tally.page();
            for (Series series : page) {
                tally.add(series, selection.choice(series, inventory));
                if (selection.selects(series, inventory)) {
                    read.add(series);
                }
            }
        }
        return tally.discovered(read);
    }

    private static Breakdown breakdown(
            Demand total, Map<String, Demand> byGrain, Map<String, Demand> byMetric) {
        return new Breakdown(total, new TreeMap<>(byGrain), new TreeMap<>(byMetric));
    }
}
