package guance.awsgateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.LogLines;
import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.metrics.Figures;
import guance.awsgateway.metrics.Pace;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.Targets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CostsTest {

    private static final String SHOP = TestSettings.TARGET;
    private final LogLines log = new LogLines(Costs.class);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void theFirstDiscoveryOfATargetIsTold() {
        Costs costs = costs("metrics.budget=none");

        costs.tell(SHOP, Figures.all(10));
        costs.tell(SHOP, Figures.all(1000));

        assertThat(log.all())
                .containsExactly(
                        "INFO cost of shop/eu-west-1: about 12.31 USD a month by AWS's words, at"
                                + " most 49.10 as one public bill was read: 140 metrics a run (at most"
                                + " 560) every 5 min, and ListMetrics every 10 min (pages: 1); Guance"
                                + " counts 700 series");
    }

    @Test
    void aDearOneIsAWarning() {
        costs("metrics.price-per-1000=0.02").tell("shop-us-east-1", Figures.all(100));

        assertThat(log.all())
                .containsExactly(
                        "WARN cost of shop/us-east-1: about 245.32 USD a month by AWS's words, at"
                                + " most 981.16 as one public bill was read: 1,400 metrics a run (at"
                                + " most 5,600) every 5 min, and ListMetrics every 10 min (pages: 1);"
                                + " Guance counts 7,000 series; cheaper: metrics.cron=0 0/15 * * * ?"
                                + " (every 15 min, the same points later) saves about 163.52;"
                                + " metrics.grains=ApiName saves about 122.64; each of the 7 metrics"
                                + " that metrics.selection leaves out saves about 35.04");
    }

    @Test
    void beforeAnyDiscoveryNothingIsProjected() {
        assertThat(costs("metrics.budget=none").projection().text())
                .isEqualTo("No target's series could be listed: no cost is projected.");
    }

    @Test
    void theProjectionHasARowATargetByItsNewestDiscovery() {
        Costs costs = costs("metrics.budget=none");

        costs.tell("shop-us-east-1", Figures.apis(1000));
        costs.tell(SHOP, Figures.all(1000));
        costs.tell(SHOP, Figures.all(10));

        assertThat(costs.projection().text())
                .isEqualTo(
                        """
                        target          every  metrics a run  USD a day  USD a month  at most   Guance series
                        shop/eu-west-1  5 min  140            0.40       12.31        49.10     700
                        shop/us-east-1  5 min  7,000          20.20      614.43       2,454.03  35,000
                        all targets            7,140          20.60      626.74       2,503.13  35,700
                        shop/us-east-1 left out: 7,000 series of ApiName+Stage; metrics.grains=ALL\
                         adds about 613.20 USD a month, at most 2,452.80
                        USD: by AWS's words, up to five statistics of a metric in one request are one metric, at
                        metrics.price-per-1000. At most: each statistic on its own, as one public bill was read.
                        ListMetrics is in both; tax, gaps and queries asked again are not.""");
    }

    @Test
    void theProjectionIsAtThePaceThatTheBudgetAllows() {
        Costs costs = costs("metrics.budget=20");

        costs.tell(SHOP, Figures.all(100));

        assertThat(costs.projection().text())
                .contains("\nshop/eu-west-1  60 min  1,400          0.34       10.23        40.89");
    }

    private static Costs costs(String setting) {
        Settings settings =
                TestSettings.of(setting, "collector.accounts[0].regions=eu-west-1,us-east-1");
        Targets targets = TestSettings.targets(settings);
        return new Costs(
                targets,
                settings.metrics(),
                new Pace(targets, settings.metrics()),
                new TestClock("2026-11-24T12:00:00Z"));
    }
}
