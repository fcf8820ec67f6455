package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read back of what a listing names. */
class AdoptionTest {

    private static final String TARGET = TestSettings.TARGET;
    private static final List<Series> A = Sets.series(Sets.set("ApiId", "a"), "Count");
    private static final List<Series> NONE = List.of();

    private final TestClock clock = new TestClock(Sets.EIGHT.toString());
    private final Minutes minutes = new Minutes(clock, "metrics.cron=0 0/15 * * * ?");
    private final TargetState state = minutes.states.of(TARGET);

    @Test
    void whatIsNamedForTheFirstTimeIsReadBack() {
        list(NONE);
        list(NONE);

        list(A);

        assertThat(readBack()).containsExactly(window("07:45", "08:10"));
    }

    @Test
    void whatIsNamedAgainIsNotReadBack() {
        list(A);
        list(A);

        list(A);

        assertThat(readBack()).isEmpty();
    }

    /** Its last minutes were read once, but not again when they had settled. */
    @Test
    void whatComesBackAfterASilenceIsReadBackFromWhenItWasNamedLast() {
        list(A);
        list(NONE);
        list(NONE);

        list(A);

        assertThat(readBack()).containsExactly(window("08:00", "08:25"));
    }

    @Test
    void whatComesBackLongAfterIsReadBackNoFurtherThanWhatIsNew() {
        list(A);
        for (int i = 0; i < 6; i++) {
            list(NONE);
        }

        list(A);

        assertThat(readBack()).containsExactly(window("09:00", "09:25"));
    }

    /** A run every 15 minutes, of which every window is read. */
    private void list(List<Series> named) {
        Plan plan = minutes.windows.plan(TARGET, clock.instant());
        Listing listing = minutes.discovery.due(TARGET, plan, clock.instant()).get(0);
        listing.series().addAll(named);
        minutes.discovery.complete(listing);
        minutes.discovery.adopt(TARGET, listing, null, plan, clock.instant());
        plan.open().forEach(one -> state.close(one.id()));
        clock.advance(Duration.ofMinutes(15));
    }

    private List<Window> readBack() {
        return state.open().stream().map(OpenWindow::window).toList();
    }

    private static Window window(String from, String to) {
        return new Window(at(from), at(to));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-24T" + time + ":00Z");
    }
}
