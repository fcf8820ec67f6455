package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Sum                                     | p99                 | 1
                    Average,Maximum,Minimum,SampleCount,Sum | p99                 | 1
                    Average,Maximum,Minimum,SampleCount,Sum | p50,p99             | 2
                    Average,Maximum,Minimum,Sum             | p50                 | 1
                    Sum                                     | p50,p90,p95,p99,p99.9,tm99 | 3
                    """)
    void upToFiveStatisticsOfAMetricAreOne(String statistics, String percentiles, int billed) {
        RequestPacker packer =
                new RequestPacker(
                        TestSettings.of(
                                        "metrics.statistics=" + statistics,
                                        "metrics.percentiles.Latency=" + percentiles)
                                .metrics());

        var requests =
                packer.pack(
                        Sets.series(Sets.set("ApiName", "a"), "Latency"),
                        Sets.window(Duration.ofMinutes(5)));

        assertThat(Bill.billed(requests)).isEqualTo(billed);
    }

    @Test
    void aMonthIsATwelfthOfAYear() {
        Bill bill = new Bill(new BigDecimal("0.01"));

        assertThat(bill.monthly(7000, Duration.ofMinutes(5))).isEqualTo("613.20");
        assertThat(bill.monthly(0, Duration.ofMinutes(5))).isEqualTo("0.00");
        assertThat(bill.monthly(7, Duration.ofMinutes(1))).isEqualTo("3.07");
    }
}
