package guance.awsgateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import guance.awsgateway.metrics.Figures;
import guance.awsgateway.metrics.Pace;
import guance.awsgateway.metrics.Schedule;
import guance.awsgateway.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextRunsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String SHOP = TestSettings.TARGET;

    private static NextRuns of(String cron, Duration jitter) {
        Settings settings = TestSettings.of();
        return new NextRuns(
                Map.of(Job.METRICS, new Schedule(cron)),
                settings.metrics(),
                new Pace(TestSettings.targets(settings), settings.metrics()),
                jitter);
    }

    @Test
    void itIsTheNextFiring() {
        NextRuns next = of("0 0/5 * * * ?", Duration.ZERO);

        assertThat(next.after(NOON, SHOP, Job.METRICS, Optional.of(NOON)))
                .contains(NOON.plusSeconds(300));
        assertThat(next.after(NOON.minusMillis(1), SHOP, Job.METRICS, Optional.empty()))
                .contains(NOON);
    }

    @Test
    void theOffsetOfTheTargetBelongsToIt() {
        Duration jitter = Duration.ofSeconds(30);
        Duration offset = Offsets.of(SHOP, jitter);
        NextRuns next = of("0 0/5 * * * ?", jitter);

        Instant before = NOON.plus(offset).minusMillis(1);
        assertThat(next.after(before, SHOP, Job.METRICS, Optional.empty()))
                .as("it has fired and waits")
                .contains(NOON.plus(offset));
        assertThat(next.after(NOON.plus(offset), SHOP, Job.METRICS, Optional.empty()))
                .contains(NOON.plus(offset).plusSeconds(300));
    }

    @Test
    void aScheduleThatFiresNoMoreHasNone() {
        assertThat(
                        of("0 0 0 1 1 ? 2025", Duration.ZERO)
                                .after(NOON, SHOP, Job.METRICS, Optional.empty()))
                .isEmpty();
    }

    @Test
    void whereTheBudgetStretchesTheIntervalItIsTheFiringThatReads() {
        Settings settings = TestSettings.of("metrics.budget=100");
        Pace pace = new Pace(TestSettings.targets(settings), settings.metrics());
        pace.discovered(SHOP, Figures.apis(1000));
        NextRuns next =
                new NextRuns(
                        Map.of(
                                Job.METRICS, new Schedule("0 0/5 * * * ?"),
                                Job.OBJECTS, new Schedule("0 0/5 * * * ?")),
                        settings.metrics(),
                        pace,
                        Duration.ZERO);
        Optional<Instant> planned = Optional.of(NOON.minusSeconds(300));

        assertThat(next.after(NOON, SHOP, Job.METRICS, planned)).contains(NOON.plusSeconds(3600));
        assertThat(next.after(NOON, SHOP, Job.OBJECTS, Optional.empty()))
                .contains(NOON.plusSeconds(300));
        assertThat(next.after(NOON, SHOP, Job.METRICS, Optional.of(NOON.minusSeconds(9000))))
                .as("long overdue")
                .contains(NOON.plusSeconds(300));
    }
}
