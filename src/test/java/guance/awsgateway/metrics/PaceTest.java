package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.LogLines;
import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final String SHOP = TestSettings.TARGET;
    private static final String SECOND = "shop-us-east-1";
    private static final String OTHER = "ops-eu-west-1";
    private static final String TO_DO =
            "; to change that, raise metrics.budget, or read fewer series by metrics.grains,"
                    + " metrics.selection or apis.selection";
    private static final Duration FIVE = Duration.ofMinutes(5);
    private final LogLines log = new LogLines(Pace.class);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void withoutABudgetTheScheduleHolds() {
        Pace pace = pace("none");

        pace.discovered(SHOP, Figures.apis(100_000));

        assertThat(pace.interval(SHOP, FIVE)).isEqualTo(FIVE);
        assertThat(log.all()).isEmpty();
    }

    @Test
    void anAccountWithoutFiguresIsPolledByTheSchedule() {
        assertThat(pace("1").interval(SHOP, FIVE)).isEqualTo(FIVE);
        assertThat(log.all()).isEmpty();
    }

    @Test
    void theTargetsOfAnAccountShareItsBudgetAndItsPace() {
        Pace pace = pace("100");
        pace.discovered(SHOP, Figures.apis(100));
        Duration alone = pace.interval(SHOP, FIVE);

        pace.discovered(SECOND, Figures.apis(100));
        pace.discovered(OTHER, Figures.apis(1000));
        List<Duration> together = List.of(pace.interval(SHOP, FIVE), pace.interval(SECOND, FIVE));

        assertThat(alone).isEqualTo(FIVE);
        assertThat(together).containsExactly(Duration.ofMinutes(10), Duration.ofMinutes(10));
        assertThat(log.all())
                .containsExactly(
                        "WARN account shop: CloudWatch at every 5 min would cost about 122.82 USD a"
                                + " month, above metrics.budget=100; it is polled every 10 min, for"
                                + " about 61.50 USD, and every minute is still read"
                                + TO_DO);
    }

    @Test
    void eachChangeIsToldOnceInBothDirections() {
        Pace pace = pace("100");
        for (int apis : new int[] {100, 1000, 1000, 100, 100}) {
            pace.discovered(SHOP, Figures.apis(apis));
            pace.interval(SHOP, FIVE);
            pace.interval(SHOP, FIVE);
        }

        assertThat(log.all())
                .containsExactly(
                        "WARN account shop: CloudWatch at every 5 min would cost about 614.43 USD a"
                                + " month, above metrics.budget=100; it is polled every 60 min, for"
                                + " about 51.30 USD, and every minute is still read"
                                + TO_DO,
                        "WARN account shop: it is polled every 5 min again, as about 61.41 USD a"
                                + " month is within metrics.budget=100; there is nothing to do");
    }

    @Test
    void whereEvenAnHourPassesTheBudgetNothingIsLeftOut() {
        Pace pace = pace("12.5");
        pace.discovered(SHOP, Figures.apis(1000));

        Duration interval = pace.interval(SHOP, FIVE);

        assertThat(interval).isEqualTo(Duration.ofHours(1));
        assertThat(log.all())
                .containsExactly(
                        "WARN account shop: CloudWatch at every 5 min would cost about 614.43 USD a"
                                + " month, above metrics.budget=12.5; it is polled every 60 min all"
                                + " the same, at about 51.30 USD, and every minute is still read"
                                + TO_DO);
    }

    @Test
    void aNightWithoutFiringsIsNoChange() {
        Pace pace = pace("100");
        pace.discovered(SHOP, Figures.apis(1000));
        Duration night = Duration.ofHours(10);

        List<Duration> intervals =
                List.of(
                        pace.interval(SHOP, FIVE),
                        pace.interval(SHOP, night),
                        pace.interval(SHOP, FIVE));

        assertThat(intervals).containsExactly(Duration.ofHours(1), night, Duration.ofHours(1));
        assertThat(log.all()).hasSize(1);
    }

    @Test
    void manyThreadsMayAsk() {
        Pace pace = pace("100");

        List<Duration> intervals =
                IntStream.range(0, 50)
                        .parallel()
                        .mapToObj(
                                each -> {
                                    pace.discovered(SHOP, Figures.apis(1000));
                                    return pace.interval(SHOP, FIVE);
                                })
                        .distinct()
                        .toList();

        assertThat(intervals).containsExactly(Duration.ofHours(1));
        assertThat(log.all()).hasSize(1);
    }

    private static Pace pace(String budget) {
        Settings settings =
                TestSettings.of(
                        "metrics.budget=" + budget,
                        "collector.accounts[0].regions=eu-west-1,us-east-1",
                        "collector.accounts[1].name=ops",
                        "collector.accounts[1].regions=eu-west-1");
        return new Pace(TestSettings.targets(settings), settings.metrics());
    }
}
