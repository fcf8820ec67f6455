package guance.awsgateway.operations.health;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.JobFigures;
import guance.awsgateway.operations.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BehindTest {

    private static final Instant BEGAN = Instant.parse("2026-11-24T08:00:00Z");
    private static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>());
    private final Behind behind = new Behind(Duration.ofMinutes(20), BEGAN);

    @Test
    void whatIsAllowedIsNoTrouble() {
        assertThat(trouble(metrics(Optional.of(Duration.ofMinutes(20)), false, false, 0)))
                .isEmpty();
    }

    @Test
    void aSuspendedScheduleIsToldAsSuch() {
        assertThat(trouble(metrics(Optional.of(Duration.ofMinutes(21)), true, true, 3)))
                .contains(
                        "metrics shop/eu-west-1: the newest window handed over lies 21 min behind,"
                                + " 20 min are allowed; its schedule is suspended, resume it");
    }

    @Test
    void aRunThatGoesOnIsToldBeforeTheWindowsItHasOpened() {
        assertThat(trouble(metrics(Optional.of(Duration.ofMinutes(21)), true, false, 3)))
                .hasValueSatisfying(
                        text ->
                                assertThat(text)
                                        .endsWith(
                                                "; a run goes on, see the log for how far it is"));
    }

    @Test
    void openWindowsAreCounted() {
        assertThat(trouble(metrics(Optional.of(Duration.ofMinutes(21)), false, false, 3)))
                .hasValueSatisfying(
                        text ->
                                assertThat(text)
                                        .endsWith(
                                                "; 3 windows are open, see the log for what holds"
                                                        + " them up"));
    }

    @Test
    void whoHasHandedOverNothingIsGivenTimeFromTheStart() {
        JobFigures never = metrics(Optional.empty(), false, false, 0);

        assertThat(behind.trouble(never, BEGAN.plus(Duration.ofMinutes(20)))).isEmpty();
        assertThat(behind.trouble(never, BEGAN.plus(Duration.ofMinutes(21))))
                .contains(
                        "metrics shop/eu-west-1: nothing was handed over since the start, 21 min"
                                + " ago, 20 min are allowed; its runs do not fail, check"
                                + " metrics.cron, the time of this machine, and health.max-lag");
    }

    private Optional<String> trouble(JobFigures job) {
        return behind.trouble(job, BEGAN.plus(Duration.ofHours(1)));
    }

    private static JobFigures metrics(
            Optional<Duration> lag, boolean going, boolean suspended, int openWindows) {
        return new JobFigures(
                "shop-eu-west-1",
                "shop",
                "eu-west-1",
                Job.METRICS,
                going,
                suspended,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                openWindows,
                lag,
                NONE,
                Optional.empty());
    }
}
