package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.MetricSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillTest {

    private static final Bill BILL = new Bill(new BigDecimal("0.01"));

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Sum                                     | p99                 | 1 | 2 | 2
                    Average,Maximum,Minimum,SampleCount,Sum | p99                 | 1 | 5 | 6
                    Average,Maximum,Minimum,SampleCount,Sum | p50,p99             | 2 | 6 | 7
                    Average,Maximum,Minimum,Sum             | p50                 | 1 | 5 | 5
                    Sum                                     | p50,p90,p95,p99,p99.9,tm99 | 3 | 7 | 7
                    """)
    void upToFiveStatisticsOfAMetricAreOneAndTheBoundCountsEach(
            String statistics, String percentiles, int billed, int bound, int fields) {
        MetricSettings settings =
                TestSettings.of(
                                "metrics.statistics=" + statistics,
                                "metrics.percentiles.Latency=" + percentiles)
                        .metrics();
        List<Series> series = Sets.series(Sets.set("ApiName", "a"), "Latency");

        var requests = new RequestPacker(settings).pack(series, Sets.window(Duration.ofMinutes(5)));

        assertThat(Bill.billed(requests)).isEqualTo(billed);
        assertThat(Bill.bound(requests)).isEqualTo(bound);
        assertThat(Demand.of(series, settings.statistics()))
                .isEqualTo(new Demand(1, billed, bound, fields));
    }

    @Test
    void aMetricCanHaveStatisticsOfItsOwnAndASeriesCountsOnce() {
        MetricSettings settings =
                TestSettings.of(
                                "metrics.statistics.Count=Sum",
                                "metrics.statistics.5XXError=Average,Sum",
                                "metrics.percentiles.Latency=p50,p99")
                        .metrics();
        List<Series> series = Sets.series(Sets.set(), "Count", "5XXError", "Latency", "Count");

        Demand demand = Demand.of(series, settings.statistics());

        assertThat(demand).isEqualTo(new Demand(3, 1 + 1 + 2, 1 + 2 + 6, 1 + 2 + 7));
    }

    @Test
    void whatIsReadIsPricedByMetricsAndWhatIsListedByRequests() {
        Demand demand = new Demand(7000, 7000, 28000, 35000);

        assertThat(BILL.read(demand, BigDecimal.TEN).inCents())
                .isEqualTo(new Cost(new BigDecimal("0.70"), new BigDecimal("2.80")));
        assertThat(new Bill(new BigDecimal("0.02")).read(demand, BigDecimal.ONE).inCents())
                .isEqualTo(new Cost(new BigDecimal("0.14"), new BigDecimal("0.56")));
        assertThat(BILL.list(14, BigDecimal.valueOf(100))).isEqualByComparingTo("0.014");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "PT1M, 1440, 43800",
        "PT5M, 288, 8760",
        "PT7M, 205.714286, 6257.142857",
        "PT1H, 24, 730"
    })
    void aMonthIsATwelfthOfAYear(Duration interval, BigDecimal day, BigDecimal month) {
        assertThat(Bill.times(interval, Bill.DAY)).isEqualByComparingTo(day);
        assertThat(Bill.times(interval, Bill.MONTH)).isEqualByComparingTo(month);
    }
}
