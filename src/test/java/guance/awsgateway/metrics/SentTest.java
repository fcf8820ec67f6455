package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.point.Point;
import guance.awsgateway.point.WireRules;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** What was handed over of a window, and what is left of it, over a restart too. */
class SentTest {

    private static final String TARGET = TestSettings.TARGET;

    /** With the probe more is remembered, so that the live window reads the first gap along. */
    private static final String[] ALONE = {"metrics.settle=0s", "metrics.probe=false"};

    private static final DimensionSet A = Sets.set("ApiName", "a\tb");
    private static final DimensionSet B = Sets.set("ApiName", "a\tb", "Stage", "prod");

    @TempDir Path directory;
    private final TestClock clock = new TestClock("2026-11-24T08:10:00Z");
    private Minutes minutes;

    @Test
    void whatWasHandedOverIsNotHandedOverAgain() {
        start();
        PlannedWindow window = live();
        Reading first = fresh(window, answer(window, 1, A, B));

        minutes.sent.commit(TARGET, first, List.of());
        restart();

        assertThat(points(first)).hasSize(10);
        assertThat(points(fresh(window, answer(window, 1, A, B)))).isEmpty();
        assertThat(remaining(window)).isEmpty();
    }

    @Test
    void aPointThatCouldNotBeSentLeavesItsSetOpenAndTheOthersAreDone() {
        start();
        PlannedWindow window = live();
        Reading reading = fresh(window, answer(window, 1, A, B));
        List<Point> points = points(reading);
        List<Point> unsent = List.of(onTheWire(points.get(3)), onTheWire(points.get(4)));

        minutes.sent.commit(TARGET, reading, unsent);
        restart();

        assertThat(remaining(window)).extracting(Series::set).containsOnly(A);
        List<Point> again = points(fresh(window, answer(window, 1, A)));
        assertThat(again).containsExactly(points.get(3), points.get(4));
    }

    @Test
    void aPointThatNobodyKnowsAgainLeavesAllOpen() {
        start();
        PlannedWindow window = live();
        Reading reading = fresh(window, answer(window, 1, A, B));
        Point changed = new Point("mine", new TreeMap<>(), points(reading).get(0).fields(), 0);

        minutes.sent.commit(TARGET, reading, List.of(changed));

        assertThat(remaining(window)).extracting(Series::set).containsOnly(A, B);
        assertThat(points(fresh(window, answer(window, 1, A, B)))).hasSize(10);
    }

    @Test
    void aSetWaitsForAMetricUntilPatienceIsOver() {
        start();
        PlannedWindow window = live();
        Answer incomplete = answer(window, 1, A, B);
        incomplete.add(MetricDataResult.builder().id("q0").statusCode("InternalError").build());

        Reading held = fresh(window, incomplete);
        minutes.sent.commit(TARGET, held, List.of());
        List<Series> left = remaining(window);
        clock.advance(Duration.ofHours(1));
        PlannedWindow later = again(window);
        Answer still = answer(window, 1, A);
        still.add(MetricDataResult.builder().id("q0").statusCode("InternalError").build());
        Reading sent = fresh(later, still);
        Reading unanswered = fresh(later, new Answer(still.request(), still.period()));

        assertThat(held.held()).containsExactly(A);
        assertThat(points(held)).hasSize(5).allMatch(p -> p.tags().containsKey("Stage"));
        assertThat(left).extracting(Series::set).containsOnly(A);
        assertThat(sent.incomplete()).containsExactly(A);
        assertThat(points(sent)).hasSize(5);
        assertThat(unanswered.held()).containsExactly(A);
    }

    @Test
    void patienceBeginsWhenAMetricIsFirstMissedNotWhenItsWindowWasPlanned() {
        start();
        PlannedWindow window = live();
        clock.advance(Duration.ofMinutes(100));
        Answer incomplete = answer(window, 1, A);
        incomplete.add(MetricDataResult.builder().id("q0").statusCode("PartialData").build());

        assertThat(fresh(again(window), incomplete).held()).containsExactly(A);
    }

    @Test
    void aChangedPointIsCountedOnceWithTheDelayThatWouldHaveDone() {
        start();
        PlannedWindow window = live();
        minutes.sent.commit(TARGET, fresh(window, answer(window, 1, A)), List.of());
        clock.advance(Duration.ofMinutes(5));

        Reading changed = fresh(window, answer(window, 2, A));
        minutes.sent.commit(TARGET, changed, List.of());
        Reading same = fresh(window, answer(window, 2, A));

        assertThat(changed.late()).isEqualTo(5);
        assertThat(changed.delay()).isEqualTo(Duration.ofMinutes(14));
        assertThat(points(changed)).isEmpty();
        assertThat(same.late()).isZero();
    }

    @Test
    void aChangedPointIsHandedOverAgainOnlyOnDemand() {
        start("metrics.resend=changed");
        PlannedWindow window = live();
        minutes.sent.commit(TARGET, fresh(window, answer(window, 1, A)), List.of());

        Reading changed = fresh(window, answer(window, 2, A));

        assertThat(points(changed)).hasSize(5);
    }

    @Test
    void minutesThatAwsHasNotSeenYetAreNotTakenForEmpty() {
        start();
        PlannedWindow window = live();
        clock.advance(Duration.ofMinutes(-7));

        assertThatThrownBy(() -> fresh(window, answer(window, 1, A)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("this machine's clock is ahead of AWS's, by which ");
    }

    @Test
    void aMetricThatIsListedLaterThanItsSetIsHandedOverAlone() {
        start();
        PlannedWindow window = live();
        minutes.sent.commit(TARGET, fresh(window, answer(window, 1, series("Count"))), List.of());
        PlannedWindow back = readBack(window.window(), "Latency");

        Reading reading = fresh(back, answer(back, 2, series("Latency")));
        minutes.sent.commit(TARGET, reading, List.of());

        assertThat(points(reading))
                .hasSize(5)
                .allMatch(point -> point.fields().keySet().stream().allMatch(this::isLatency));
        assertThat(remaining(back)).isEmpty();
    }

    @Test
    void ofAMetricReadBackAloneOnlyWhatCouldNotBeSentIsSentAgain() {
        start();
        PlannedWindow window = live();
        minutes.sent.commit(TARGET, fresh(window, answer(window, 1, series("Count"))), List.of());
        PlannedWindow back = readBack(window.window(), "Latency");
        Reading reading = fresh(back, answer(back, 2, series("Latency")));
        List<Point> points = points(reading);

        minutes.sent.commit(TARGET, reading, List.of(onTheWire(points.get(1))));
        restart();

        assertThat(points(fresh(back, answer(back, 2, series("Latency")))))
                .containsExactly(points.get(1));
    }

    @Test
    void aMetricThatIsListedWhenAPartOfItsSetWasSentComesToThatPartToo() {
        start();
        PlannedWindow window = live();
        Reading reading = fresh(window, answer(window, 1, series("Count")));
        Point left = onTheWire(points(reading).get(1));
        minutes.sent.commit(TARGET, reading, List.of(left));

        List<Point> rest = points(fresh(window, answer(window, 1, A)));

        assertThat(rest).hasSize(5);
        assertThat(rest.stream().filter(point -> point.fields().containsKey("Count_Sum")))
                .extracting(Point::time)
                .containsExactly(left.time());
        assertThat(rest).allMatch(point -> point.fields().containsKey("Latency_Sum"));
    }

    @Test
    void whatWasReadOfASeriesThatFellSilentIsKnownWhenItComesBackLongAfter() {
        start();
        clock.advance(Duration.ofMinutes(10));
        PlannedWindow window = live();
        minutes.sent.commit(TARGET, fresh(window, answer(window, 1, A)), List.of());
        TargetState state = minutes.states.of(TARGET);
        state.known().recentAt(clock.instant().plusSeconds(1));
        state.close(window.id());
        clock.advance(Duration.ofMinutes(90));
        PlannedWindow later = live();
        minutes.sent.commit(TARGET, fresh(later, answer(later, 1, B)), List.of());

        PlannedWindow back = readBack(window.window(), "Count", "Latency");

        assertThat(points(fresh(back, answer(back, 1, A)))).isEmpty();
    }

    @Test
    void aSetOfAnOldGapIsNotDoneBeforeEverySeriesIsListed() {
        start(
                "metrics.cron=0 0 * * * ?",
                "guance.receiver=dataway",
                "guance.token=tkn_0123456789abcdef0123456789abcdef");
        live();
        clock.advance(Duration.ofHours(9));
        PlannedWindow gap = oldest();
        minutes.sent.commit(TARGET, fresh(gap, answer(gap, 1, series("Count"))), List.of());
        minutes.states.of(TARGET).known().full(Set.copyOf(series("Latency")), clock.instant());

        List<Series> left = remaining(gap);
        Reading rest = fresh(gap, answer(gap, 1, A));
        minutes.sent.commit(TARGET, rest, List.of());

        assertThat(left).contains(new Series(A, "Latency"));
        assertThat(points(rest))
                .isNotEmpty()
                .allMatch(point -> point.fields().keySet().stream().allMatch(this::isLatency));
        assertThat(remaining(gap)).extracting(Series::set).doesNotContain(A);
    }

    private PlannedWindow oldest() {
        Instant now = clock.instant();
        Plan plan = minutes.windows.plan(TARGET, now);
        return minutes.windows.toRead(TARGET, plan, now).get(1);
    }

    private boolean isLatency(String field) {
        return field.startsWith("Latency_");
    }

    private static List<Series> series(String... metrics) {
        return Sets.series(A, metrics);
    }

    private PlannedWindow readBack(Window window, String... metrics) {
        Instant now = clock.instant();
        minutes.states.of(TARGET).openReadBack(window, now, series(metrics));
        return minutes.windows.toRead(TARGET, minutes.windows.plan(TARGET, now), now).stream()
                .filter(PlannedWindow::readBack)
                .findFirst()
                .orElseThrow();
    }

    private void start(String... lines) {
        minutes = Minutes.on(directory, clock, TestSettings.lines(lines, ALONE));
        TargetState state = minutes.states.of(TARGET);
        for (DimensionSet set : List.of(A, B)) {
            for (Series series : Sets.series(set, "Count", "Latency")) {
                state.known().name(series, clock.instant());
            }
        }
        state.known().recentAt(clock.instant());
    }

    /** As after a kill: nothing is closed, and what the disk has counts. */
    private void restart() {
        minutes = Minutes.on(directory, clock, ALONE);
    }

    private PlannedWindow live() {
        Instant now = clock.instant();
        Plan plan = minutes.windows.plan(TARGET, now);
        return minutes.windows.toRead(TARGET, plan, now).get(0);
    }

    /** As a later run reads it. */
    private PlannedWindow again(PlannedWindow window) {
        Instant now = clock.instant();
        Plan plan = minutes.windows.plan(TARGET, now);
        return minutes.windows.toRead(TARGET, plan, now).stream()
                .filter(one -> one.window().holds(window.window()))
                .findFirst()
                .orElseThrow();
    }

    private List<Series> remaining(PlannedWindow window) {
        return minutes.windows.remaining(TARGET, window, null);
    }

    private Reading fresh(PlannedWindow window, Answer answer) {
        return minutes.sent.fresh(TARGET, window, answer);
    }

    private List<Point> points(Reading reading) {
        return new MetricPoints(TestSettings.targets(minutes.settings), minutes.settings.metrics())
                .points(TARGET, reading.answer());
    }

    /** Joined and cleaned, as it comes back. */
    private static Point onTheWire(Point point) {
        TreeMap<String, String> tags = new TreeMap<>(point.tags());
        tags.put("api_name", "joined");
        Point joined = new Point(point.measurement(), tags, point.fields(), point.time());
        return Optional.of(joined).flatMap(WireRules::clean).orElseThrow();
    }

    private Answer answer(PlannedWindow window, double value, DimensionSet... sets) {
        List<Series> series = new ArrayList<>();
        for (DimensionSet set : sets) {
            series.addAll(Sets.series(set, "Count", "Latency"));
        }
        return answer(window, value, series);
    }

    private Answer answer(PlannedWindow window, double value, List<Series> series) {
        MetricRequest request =
                new RequestPacker(minutes.settings.metrics()).pack(series, window.window()).get(0);
        Answer answer = new Answer(request, Duration.ofMinutes(1));
        for (int query = 0; query < request.queries().size(); query++) {
            answer.add(result(query, window.window(), value + query));
        }
        return answer;
    }

    private static MetricDataResult result(int query, Window window, double value) {
        List<Instant> times = new ArrayList<>();
        for (Instant t = window.from(); t.isBefore(window.to()); t = t.plusSeconds(60)) {
            times.add(t);
        }
        return MetricDataResult.builder()
                .id(Answer.id(query))
                .statusCode("Complete")
                .timestamps(times)
                .values(times.stream().map(time -> value).toList())
                .build();
    }
}
