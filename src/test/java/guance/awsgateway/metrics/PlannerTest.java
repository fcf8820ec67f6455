package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);

    @Test
    void whatHasSettledSinceTheWatermarkIsTheLiveWindow() {
        Plan plan = planner().plan(NOON, FIVE, at("11:50"), List.of(), 7, null);

        assertThat(plan.watermark()).isEqualTo(at("11:55"));
        assertThat(plan.open()).containsExactly(open(7, window("11:50", "11:55"), NOON));
        assertThat(plan.nextId()).isEqualTo(8);
        assertThat(plan.givenUp()).isEmpty();
    }

    @Test
    void whatALongerStretchHasBeforeItsNewestIntervalIsAGapInChunksOfOneCall() {
        Plan plan = planner().plan(NOON, FIVE, at("06:00"), List.of(), 1, null);

        assertThat(windows(plan))
                .containsExactly(
                        window("06:00", "08:29"),
                        window("08:29", "11:50"),
                        window("11:50", "11:55"));
        assertThat(plan.newest()).contains(window("11:50", "11:55"));
    }

    @Test
    void theFirstStartReadsTheLookbackAlone() {
        Plan plan =
                planner("metrics.lookback=2d", "metrics.backfill=1h")
                        .plan(NOON, FIVE, null, List.of(), 1, null);

        assertThat(plan.givenUp()).isEmpty();
        assertThat(plan.open().get(0).window().from())
                .isEqualTo(Instant.parse("2026-11-22T11:55:00Z"));
    }

    @Test
    void aSweepReadsNothingOfWhatIsGivenUp() {
        Plan plan =
                planner("metrics.backfill=3h")
                        .plan(NOON, FIVE, at("06:00"), List.of(), 1, at("05:30"));

        assertThat(plan.open().get(0).window().from()).isEqualTo(at("08:55"));
        assertThat(plan.open().get(0).early()).isEqualTo(at("08:45"));
        assertThat(plan.swept()).isEqualTo(at("11:55"));
    }

    @Test
    void aGapIsFilledAsFarBackAsTheBackfillAndTheRestIsGivenUp() {
        Plan plan =
                planner("metrics.backfill=3h").plan(NOON, FIVE, at("06:00"), List.of(), 1, null);

        assertThat(plan.open().get(0).window()).isEqualTo(window("08:55", "11:50"));
        assertThat(plan.givenUp())
                .extracting(Object::toString)
                .containsExactly(
                        "[2026-11-24T06:00:00Z, 2026-11-24T08:55:00Z) is given up: it lies further"
                                + " back than metrics.backfill");
    }

    @Test
    void withoutABackfillTheLiveWindowIsReadAllTheSame() {
        Plan plan =
                planner("metrics.backfill=0s").plan(NOON, FIVE, at("11:45"), List.of(), 1, null);

        assertThat(windows(plan)).containsExactly(window("11:50", "11:55"));
        assertThat(plan.givenUp()).hasSize(1);
    }

    @Test
    void aWindowThatWasOpenForLongerThanTheBackfillIsGivenUp() {
        OpenWindow kept = open(1, window("10:00", "10:05"), NOON.minus(Duration.ofHours(24)));
        OpenWindow old = open(2, window("09:00", "09:05"), NOON.minus(Duration.ofMinutes(1441)));

        Plan plan = planner().plan(NOON, FIVE, at("11:55"), List.of(old, kept), 3, null);

        assertThat(plan.open()).containsExactly(kept);
        assertThat(plan.givenUp())
                .extracting(Object::toString)
                .containsExactly(
                        "[2026-11-24T09:00:00Z, 2026-11-24T09:05:00Z) is given up: it was open for"
                                + " longer than metrics.backfill");
    }

    @Test
    void windowsReadTogetherAreGivenUpNoEarlierThanTheNewerOfThemAlone() {
        OpenWindow older = open(1, window("09:00", "09:05"), NOON.minus(Duration.ofHours(23)));
        OpenWindow newer = open(2, window("09:05", "09:10"), NOON.minus(Duration.ofHours(21)));
        Plan joined = planner().plan(NOON, FIVE, at("11:55"), List.of(older, newer), 3, null);

        Plan later =
                planner()
                        .plan(
                                NOON.plus(Duration.ofHours(2)),
                                FIVE,
                                at("13:55"),
                                joined.open(),
                                joined.nextId(),
                                null);

        assertThat(windows(joined)).containsExactly(window("09:00", "09:10"));
        assertThat(later.givenUp()).isEmpty();
        assertThat(windows(later)).containsExactly(window("09:00", "09:10"));
    }

    @Test
    void nothingOlderThanFifteenDaysIsAskedFor() {
        Plan plan =
                planner("metrics.lookback=15d", "metrics.backfill=15d")
                        .plan(NOON, FIVE, null, List.of(), 1, null);

        assertThat(plan.open().get(0).window().from()).isEqualTo(NOON.minus(Duration.ofDays(15)));
        assertThat(plan.givenUp()).hasSize(1);
    }

    @Test
    void aDataKitIsNotBroughtWhatItWouldSetToNow() {
        Settings settings = TestSettings.of();
        Planner datakit = new Planner(settings.metrics(), settings.guance().receiver());

        Plan plan =
                datakit.plan(
                        NOON,
                        FIVE,
                        at("11:50"),
                        List.of(open(1, window("10:00", "10:20"), NOON)),
                        2,
                        null);

        assertThat(windows(plan))
                .containsExactly(window("10:10", "10:20"), window("11:50", "11:55"));
        assertThat(plan.givenUp())
                .extracting(Object::toString)
                .containsExactly(
                        "[2026-11-24T10:00:00Z, 2026-11-24T10:10:00Z) is given up: a DataKit would"
                                + " set minutes older than 110 minutes to now; with"
                                + " guance.receiver=dataway such gaps are filled");
    }

    @Test
    void aClockThatHasGoneBackReadsNothingAndLosesNothing() {
        OpenWindow ahead = open(1, window("12:50", "12:55"), NOON);

        Plan plan = planner().plan(NOON, FIVE, at("12:55"), List.of(ahead), 2, null);

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.open()).containsExactly(ahead);
        assertThat(plan.watermark()).isEqualTo(at("12:55"));
    }

    @Test
    void ofAWindowOpenedByAClockThatWasAheadWhatHasSettledIsReadAndTheRestWaits() {
        OpenWindow ahead = open(1, window("11:40", "12:50"), NOON);
        ahead.done().add(Sets.set("ApiId", "a"));

        Plan plan = planner().plan(NOON, FIVE, at("12:55"), List.of(ahead), 2, null);

        assertThat(windows(plan))
                .containsExactly(window("11:40", "11:55"), window("11:55", "12:50"));
        assertThat(plan.open()).allMatch(one -> one.done().equals(ahead.done()));
        assertThat(plan.due(plan.open())).extracting(OpenWindow::id).containsExactly(1L);
    }

    @Test
    void theFirstRunReadsAllAndTheNextOnesLeaveOutWhatIsQuiet() {
        Plan first = planner().plan(NOON, FIVE, at("11:50"), List.of(), 7, null);
        Plan next = planner().plan(NOON.plus(FIVE), FIVE, at("11:55"), List.of(), 8, first.swept());

        assertThat(first.probed()).isZero();
        assertThat(first.swept()).isEqualTo(at("11:55"));
        assertThat(next.probed()).isEqualTo(8);
        assertThat(next.swept()).isEqualTo(at("11:55"));
        assertThat(next.open().get(0).early()).isEqualTo(at("11:45"));
    }

    @Test
    void afterAnHourAllIsReadFromTheHourBeforeOn() {
        Plan plan = planner().plan(NOON, FIVE, at("11:50"), List.of(), 7, at("10:55"));

        assertThat(plan.probed()).isZero();
        assertThat(plan.swept()).isEqualTo(at("11:55"));
        assertThat(plan.open().get(0).window()).isEqualTo(window("11:50", "11:55"));
        assertThat(plan.open().get(0).early()).isEqualTo(at("10:45"));
    }

    @Test
    void afterAStopTheFirstGapReadsWhatWasLeftOutBeforeIt() {
        Plan plan = planner().plan(NOON, FIVE, at("10:00"), List.of(), 7, at("09:30"));

        assertThat(windows(plan))
                .containsExactly(window("10:00", "11:50"), window("11:50", "11:55"));
        assertThat(plan.open())
                .extracting(OpenWindow::early)
                .containsExactly(at("09:20"), at("11:50"));
        assertThat(plan.probed()).isZero();
    }

    @Test
    void withoutTheProbeAllIsReadOnceMoreAndThenAsEver() {
        Planner planner = planner("metrics.probe=false");
        Plan first = planner.plan(NOON, FIVE, at("11:50"), List.of(), 7, at("11:25"));
        Plan next = planner.plan(NOON.plus(FIVE), FIVE, at("11:55"), List.of(), 8, first.swept());

        assertThat(first.open().get(0).early()).isEqualTo(at("11:15"));
        assertThat(List.of(first.probed(), next.probed())).containsOnly(0L);
        assertThat(next.swept()).isNull();
        assertThat(next.open().get(0).early()).isEqualTo(at("11:45"));
    }

    @Test
    void whereNothingHasSettledNothingCountsAsReadAnew() {
        Plan plan = planner().plan(NOON, FIVE, at("11:55"), List.of(), 7, at("10:00"));

        assertThat(plan.swept()).isEqualTo(at("10:00"));
        assertThat(plan.probed()).isZero();
    }

    @Test
    void windowsReadTogetherAskFromTheEarlierOn() {
        OpenWindow older = open(1, window("11:40", "11:45"), NOON);
        OpenWindow newer = open(2, window("11:45", "11:50"), NOON).since(at("10:30"));

        Plan joined =
                planner().plan(NOON, FIVE, at("11:50"), List.of(older, newer), 3, at("11:50"));

        assertThat(joined.open().get(0).window()).isEqualTo(window("11:40", "11:50"));
        assertThat(joined.open().get(0).early()).isEqualTo(at("10:30"));
    }

    private static Planner planner(String... lines) {
        String[] dataway = {
            "guance.receiver=dataway", "guance.token=tkn_0123456789abcdef0123456789abcdef"
        };
        Settings settings = TestSettings.of(TestSettings.lines(dataway, lines));
        return new Planner(settings.metrics(), settings.guance().receiver());
    }

    private static List<Window> windows(Plan plan) {
        return plan.open().stream().map(OpenWindow::window).toList();
    }

    private static OpenWindow open(long id, Window window, Instant opened) {
        return new OpenWindow(
                id, window, window.from().minus(Duration.ofMinutes(10)), opened, Set.of());
    }

    private static Window window(String from, String to) {
        return new Window(at(from), at(to));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-24T" + time + ":00Z");
    }
}
