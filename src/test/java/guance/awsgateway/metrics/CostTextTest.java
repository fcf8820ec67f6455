package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CostTextTest {

    private static final Duration FIVE = Duration.ofMinutes(5);
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void aLineSaysTheBillWhoseWordsItFollowsAndWhatIsLeftOut() {
        Locale.setDefault(Locale.forLanguageTag("sv-SE"));
        TargetCost cost = Figures.cost(Figures.apis(100), FIVE);

        String line = CostText.line(cost);

        assertThat(CostText.isDear(cost)).isFalse();
        assertThat(line)
                .isEqualTo(
                        "about 61.41 USD a month by AWS's words, at most 245.37 as one public bill"
                                + " was read: 700 metrics a run (at most 2,800) every 5 min, and"
                                + " ListMetrics every 10 min (pages: 2); Guance counts 3,500 series;"
                                + " left out: 700 series of ApiName+Stage; metrics.grains=ALL adds"
                                + " about 61.32 USD a month, at most 245.28");
    }

    @Test
    void itSaysWhatTheProbeWasMeasuredToSave() {
        Discovered figures = Figures.all(10).asking(new BigDecimal("0.256"));

        assertThat(CostText.line(Figures.cost(figures, FIVE)))
                .isEqualTo(
                        "about 3.94 USD a month by AWS's words, at most 15.64 as one public bill was"
                                + " read: 140 metrics a run (at most 560) every 5 min, and"
                                + " ListMetrics every 10 min (pages: 1); Guance counts 700 series;"
                                + " between the hourly readings of all, metrics.probe saves about"
                                + " 74% of that");
    }

    @Test
    void above100UsdItNamesThreeLevers() {
        TargetCost cost = Figures.cost(Figures.all(1000), FIVE);

        String line = CostText.line(cost);

        assertThat(CostText.isDear(cost)).isTrue();
        assertThat(line)
                .isEqualTo(
                        "about 1,226.44 USD a month by AWS's words, at most 4,905.64 as one public"
                                + " bill was read: 14,000 metrics a run (at most 56,000) every 5 min,"
                                + " and ListMetrics every 10 min (pages: 1); Guance counts 70,000"
                                + " series; cheaper: metrics.cron=0 0/15 * * * ? (every 15 min, the"
                                + " same points later) saves about 817.60; metrics.grains=ApiName"
                                + " saves about 613.20; each of the 7 metrics that metrics.selection"
                                + " leaves out saves about 175.20");
    }

    @Test
    void exactly100UsdIsNotDear() {
        Breakdown read =
                new Breakdown(
                        new Demand(1, 1, 1, 1),
                        Breakdown.NONE.byGrain(),
                        Breakdown.NONE.byMetric());
        Discovered figures = new Discovered(read, Breakdown.NONE, Breakdown.NONE, 0);

        assertThat(CostText.isDear(priced(figures, "1000"))).isTrue();
        assertThat(CostText.isDear(priced(figures, "136.986301"))).isFalse();
        assertThat(priced(figures, "136.986301").monthly().estimate()).isEqualTo("100.00");
    }

    private static TargetCost priced(Discovered figures, String per1000) {
        Bill bill = new Bill(new BigDecimal(per1000));
        return TargetCost.of(figures, bill, Duration.ofHours(1), FIVE);
    }

    @Test
    void ofManyThingsLeftOutTheLargestThreeAreNamed() {
        DiscoveryTally tally = new DiscoveryTally(TestSettings.of().metrics().statistics());
        List.of("a", "b", "c", "d", "e")
                .forEach(
                        metric -> {
                            Series series = new Series(Sets.set(), metric);
                            tally.add(series, Choice.OTHER_METRIC);
                            tally.add(series, Choice.OTHER_GRAIN);
                        });
        tally.add(new Series(Sets.set("Stage", "x"), "e"), Choice.OTHER_METRIC);
        tally.add(new Series(Sets.set("Stage", "x"), "e"), Choice.OTHER_GRAIN);

        List<String> texts = CostText.leftOut(Figures.cost(tally.discovered(List.of()), FIVE));

        assertThat(texts)
                .containsExactly(
                        "left out: 5 series of none, 1 series of Stage; metrics.grains=ALL adds"
                                + " about 0.53 USD a month, at most 2.10",
                        "left out by metrics.selection: 2 series of e, 1 series of a, 1 series of"
                                + " b and 2 more; all of them add about 0.53 USD a month, at most"
                                + " 2.10");
    }
}
