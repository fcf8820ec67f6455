package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RequestPackerTest {

    @Test
    void aThousandApisTakeFiftyNineRequestsOfSeventeenSets() {
        List<Series> series = Figures.named(1000);

        List<MetricRequest> requests = pack(series, Duration.ofMinutes(15));

        assertThat(requests).hasSize(59);
        assertThat(requests.subList(0, 58))
                .allMatch(request -> sets(request).size() == 17)
                .allMatch(request -> request.queries().size() == 17 * 28);
        assertThat(sets(requests.get(58))).hasSize(1000 - 58 * 17);
        assertThat(Bill.billed(requests)).isEqualTo(7000);
    }

    @Test
    void nothingToReadIsNoRequest() {
        assertThat(pack(List.of(), Duration.ofMinutes(5))).isEmpty();
    }

    @Test
    void theAverageIsAskedForOnlyWhereItCannotBeHad() {
        List<Series> series = Sets.series(Sets.set(), "Count", "Latency", "4XXError");

        List<MetricRequest> requests =
                pack(
                        series,
                        Duration.ofMinutes(5),
                        "metrics.statistics.Count=Average,Sum",
                        "metrics.statistics.4XXError=Sum",
                        "metrics.percentiles.Latency=p99.9,tm99");

        assertThat(requests.get(0).queries())
                .extracting(query -> query.metric() + " " + query.statistic())
                .containsExactly(
                        "Count Average",
                        "Count Sum",
                        "Latency Maximum",
                        "Latency Minimum",
                        "Latency SampleCount",
                        "Latency Sum",
                        "Latency p99.9",
                        "Latency tm99",
                        "4XXError Sum");
    }

    @Test
    void aLongWindowTakesFewerQueriesARequest() {
        List<Series> series = new ArrayList<>();
        for (int api = 0; api < 100; api++) {
            series.addAll(Sets.series(Sets.set("ApiName", "api-" + api), Figures.SEVEN));
        }

        List<MetricRequest> requests = pack(series, Duration.ofDays(1));

        assertThat(requests).hasSize(50).allMatch(request -> request.queries().size() == 56);
        assertThat(requests).allMatch(request -> datapoints(request) <= 100_800);
    }

    @Test
    void aSetOfMoreQueriesThanACallTakesIsAloneInItsRequest() {
        String[] metrics =
                IntStream.range(0, 130).mapToObj("metric-%03d"::formatted).toArray(String[]::new);
        List<Series> series = new ArrayList<>(Sets.series(Sets.set("ApiName", "a"), "Count"));
        series.addAll(Sets.series(Sets.set("ApiName", "b"), metrics));
        series.addAll(Sets.series(Sets.set("ApiName", "c"), "Count"));

        List<MetricRequest> requests = pack(series, Duration.ofMinutes(5));

        assertThat(requests).extracting(r -> r.queries().size()).containsExactly(4, 520, 4);
    }

    @Test
    void aSeriesNamedTwiceIsAskedForOnce() {
        List<Series> series = Sets.series(Sets.set("ApiName", "a"), "Count", "Latency", "Count");

        assertThat(asked(pack(series, Duration.ofMinutes(5)))).hasSize(8).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void everySeriesAndPeriodIsAskedForExactlyOnce(
            @ForAll @Size(max = 60) List<@IntRange(max = 300) Integer> metricsOfSets,
            @ForAll @IntRange(min = 1, max = 4000) int periods) {
        Set<Series> series = new HashSet<>();
        for (int set = 0; set < metricsOfSets.size(); set++) {
            for (int metric = 0; metric < metricsOfSets.get(set); metric++) {
                series.addAll(Sets.series(Sets.set("ApiName", "a" + set), "m" + metric));
            }
        }

        List<MetricRequest> requests = pack(series, Duration.ofMinutes(periods));

        assertThat(requests)
                .allMatch(
                        request ->
                                sets(request).size() == 1
                                        || request.queries().size() <= 500
                                                && datapoints(request) <= 100_800);
        assertThat(new HashSet<>(asked(requests))).hasSameSizeAs(asked(requests));
        assertThat(requests.stream().mapToLong(RequestPackerTest::datapoints).sum())
                .isEqualTo(4L * series.size() * periods);
        assertThat(requests.stream().mapToInt(request -> sets(request).size()).sum())
                .isEqualTo((int) series.stream().map(Series::set).distinct().count());
    }

    private static List<MetricRequest> pack(
            Collection<Series> series, Duration window, String... lines) {
        return new RequestPacker(TestSettings.of(lines).metrics())
                .pack(series, Sets.window(window));
    }

    private static List<Object> asked(List<MetricRequest> requests) {
        List<Object> asked = new ArrayList<>();
        requests.forEach(
                request ->
                        request.queries()
                                .forEach(query -> asked.add(List.of(request.window(), query))));
        return asked;
    }

    private static Set<DimensionSet> sets(MetricRequest request) {
        Set<DimensionSet> sets = new HashSet<>();
        request.queries().forEach(query -> sets.add(query.set()));
        return sets;
    }

    private static long datapoints(MetricRequest request) {
        return request.queries().size() * request.window().length().toMinutes();
    }
}
