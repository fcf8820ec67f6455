package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.metrics.Budget.Polling;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

    /** What polls cost 600 USD a month every minute. */
    private static BigDecimal monthly(Duration interval) {
        return BigDecimal.valueOf(36_000)
                .divide(BigDecimal.valueOf(interval.toSeconds()), 2, RoundingMode.HALF_UP);
    }

    @ParameterizedTest(name = "{0} USD, scheduled every {1}")
    @CsvSource({
        "600, PT1M, PT1M, 600.00, true",
        "599.99, PT1M, PT5M, 120.00, true",
        "120, PT1M, PT5M, 120.00, true",
        "119.99, PT1M, PT10M, 60.00, true",
        "59, PT5M, PT15M, 40.00, true",
        "39, PT5M, PT30M, 20.00, true",
        "19, PT5M, PT1H, 10.00, true",
        "9, PT5M, PT1H, 10.00, false",
        "1000, PT5M, PT5M, 120.00, true",
        "1000, PT7M, PT7M, 85.71, true",
        "60, PT7M, PT10M, 60.00, true",
        "30, PT20M, PT20M, 30.00, true",
        "29, PT20M, PT30M, 20.00, true",
        "5, PT2H, PT2H, 5.00, true",
        "4, PT2H, PT2H, 5.00, false"
    })
    void theShortestIntervalWithinTheBudgetIsChosen(
            BigDecimal usd,
            Duration scheduled,
            Duration interval,
            BigDecimal monthly,
            boolean within) {
        Polling polling = new Budget(usd).choose(scheduled, BudgetTest::monthly);

        assertThat(polling).isEqualTo(new Polling(interval, monthly, within));
    }
}
