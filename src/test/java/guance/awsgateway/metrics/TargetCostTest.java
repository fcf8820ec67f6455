package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetCostTest {

    @ParameterizedTest(name = "every {0}")
    @CsvSource({
        // 7,000 metrics a run; 28 ListMetrics requests a listing
        "PT1M, 1440, 43800, 100.84, 403.24, 3067.23, 12265.23",
        "PT5M, 288, 8760, 20.20, 80.68, 614.43, 2454.03",
        "PT15M, 96, 2920, 6.75, 26.91, 205.22, 818.42",
        "PT1H, 24, 730, 1.69, 6.73, 51.30, 204.60"
    })
    void aDayAndAMonthByTheInterval(
            Duration interval,
            BigDecimal day,
            BigDecimal month,
            BigDecimal daily,
            BigDecimal dailyBound,
            BigDecimal monthly,
            BigDecimal monthlyBound) {
        TargetCost cost = Figures.cost(Figures.apis(1000), interval);

        assertThat(cost.runsADay()).isEqualByComparingTo(day);
        assertThat(cost.runsAMonth()).isEqualByComparingTo(month);
        assertThat(cost.daily()).isEqualTo(new Cost(daily, dailyBound));
        assertThat(cost.monthly()).isEqualTo(new Cost(monthly, monthlyBound));
    }

    @ParameterizedTest(name = "every {0}, kept {1}")
    @CsvSource({
        "PT5M, PT10M, PT10M",
        "PT4M, PT10M, PT12M",
        "PT15M, PT10M, PT15M",
        "PT5M, PT0S, PT5M",
        "PT7S, PT10S, PT14S"
    })
    void aListingIsDueAtTheFirstRunAfterItsTimeToLive(
            Duration interval, Duration timeToLive, Duration listing) {
        Bill bill = new Bill(BigDecimal.ONE);

        TargetCost cost = TargetCost.of(Figures.apis(1), bill, interval, timeToLive);

        assertThat(cost).isEqualTo(new TargetCost(Figures.apis(1), bill, interval, listing));
    }

    /** Of 614.40 USD, the hourly readings are a twelfth, a quarter and all of the runs. */
    @ParameterizedTest(name = "every {0}, asking for {1}")
    @CsvSource({
        "PT5M, 1, 614.43",
        "PT5M, 0.2, 164.75",
        "PT15M, 0.2, 82.58",
        "PT1H, 0.2, 51.30",
        "PT2H, 0.2, 25.65"
    })
    void betweenHourlyReadingsTheProbeAsksForAPart(
            Duration interval, BigDecimal part, BigDecimal monthly) {
        TargetCost cost = Figures.cost(Figures.apis(1000).asking(part), interval);

        assertThat(cost.monthly().estimate()).isEqualTo(monthly);
    }

    @Test
    void nothingCostsNothing() {
        Discovered none = new Discovered(Breakdown.NONE, Breakdown.NONE, Breakdown.NONE, 0);

        Cost cost = Figures.cost(none, Duration.ofMinutes(5)).monthly();

        assertThat(List.of(cost.estimate(), cost.bound()))
                .allMatch(usd -> usd.equals(new BigDecimal("0.00")));
    }
}
