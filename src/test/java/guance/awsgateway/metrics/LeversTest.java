package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.StatisticSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeversTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest(name = "every {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PT1M  | metrics.cron=0 0/5 * * * ? (every 5 min, the same points later) saves about 2,452.80
                    PT5M  | metrics.cron=0 0/15 * * * ? (every 15 min, the same points later) saves about 408.80
                    PT10M | metrics.cron=0 0/15 * * * ? (every 15 min, the same points later) saves about 102.20
                    PT15M | metrics.cron=0 0 * * * ? (every 60 min, the same points later) saves about 153.30
                    PT1H  | each of the 7 metrics that metrics.selection leaves out saves about 7.30
                    """)
    void theSamePointsCanComeInFewerCalls(Duration interval, String first) {
        List<Lever> levers = new Levers(Figures.cost(Figures.apis(1000), interval)).best();

        assertThat(levers.get(0)).hasToString(first);
    }

    @Test
    void percentilesBeyondFiveQueriesAreBilledEach() {
        List<Lever> levers = levers("metrics.percentiles.Latency=p50,p90,p99", "ApiName");

        assertThat(levers)
                .extracting(Lever::toString)
                .containsExactly(
                        "metrics.percentiles with at most five queries a metric in all saves about"
                                + " 1.46");
    }

    @Test
    void theCoarsestGrainsAreKept() {
        List<Lever> levers =
                levers(
                        "metrics.grains=ALL",
                        "ApiName",
                        "ApiName+Stage",
                        "ApiName+Method+Resource+Stage",
                        "ApiId+Stage");

        assertThat(levers)
                .extracting(Lever::toString)
                .containsExactly("metrics.grains=ApiId+Stage,ApiName saves about 1.46");
    }

    @Test
    void theRollUpIsKeptBesideTheOthers() {
        DiscoveryTally tally = new DiscoveryTally(TestSettings.of().metrics().statistics());
        List<Series> read =
                Stream.of(set("ApiName+Stage", 1), set("ApiName", 1), Sets.set())
                        .map(set -> new Series(set, "Count"))
                        .toList();

        TargetCost cost = Figures.cost(tally.discovered(read), HOUR);

        assertThat(new Levers(cost).best())
                .extracting(Lever::what)
                .containsExactly("metrics.grains=ApiName,none");
    }

    @Test
    void thereMayBeNone() {
        assertThat(levers("metrics.grains=ALL", "ApiName")).isEmpty();
    }

    /** A hundred APIs' Latency every hour. */
    private static List<Lever> levers(String setting, String... grains) {
        StatisticSettings statistics = TestSettings.of(setting).metrics().statistics();
        List<Series> series =
                IntStream.range(0, 100)
                        .boxed()
                        .flatMap(api -> Stream.of(grains).map(grain -> set(grain, api)))
                        .map(set -> new Series(set, "Latency"))
                        .toList();
        Discovered figures = new DiscoveryTally(statistics).discovered(series);
        return new Levers(Figures.cost(figures, HOUR)).best();
    }

    private static DimensionSet set(String grain, int api) {
        return Sets.set(
                Stream.of(grain.split("\\+"))
                        .flatMap(name -> Stream.of(name, name + api))
                        .toArray(String[]::new));
    }
}
