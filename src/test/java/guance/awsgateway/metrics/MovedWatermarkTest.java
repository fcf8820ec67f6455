package guance.awsgateway.metrics;

import static guance.awsgateway.metrics.Sets.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a target forgets, and what it keeps, when its watermark is set by hand. */
class MovedWatermarkTest {

    private static final DimensionSet A = Sets.set("ApiName", "a");
    private static final DimensionSet B = Sets.set("ApiName", "b");
    private static final Series LATE = new Series(A, "Latency");

    /** Half an hour of fingerprints, and an hour of minutes that were handed over of a set. */
    private final TargetState state =
            new TargetState(new Fingerprints(Duration.ofMinutes(1), Duration.ofMinutes(30)));

    MovedWatermarkTest() {
        OpenWindow gap = open(1, 0, 40, Set.of());
        OpenWindow back = open(2, 20, 50, Set.of(LATE));
        state.open(new Plan(at(60), at(60), List.of(gap, back), 3, List.of(), null, 0));
        long[] marks = LongStream.rangeClosed(1, 60).toArray();
        Commit.Mark hour = new Commit.Mark(A, Set.of("Count"), at(0).getEpochSecond(), marks);
        state.apply(new Commit(1, null, Map.of(1L, List.of(B)), List.of(hour)));
    }

    private static Instant at(int minute) {
        return EIGHT.plus(Duration.ofMinutes(minute));
    }

    private static OpenWindow open(long id, int from, int to, Set<Series> series) {
        return new OpenWindow(id, new Window(at(from), at(to)), at(from), at(60), series);
    }

    private List<Window> windows() {
        return state.open().stream().map(OpenWindow::window).toList();
    }

    private List<Integer> remembered() {
        return IntStream.range(0, 60)
                .filter(minute -> state.handed(A, at(minute).getEpochSecond()).fingerprint() != 0)
                .boxed()
                .toList();
    }

    private static List<Integer> minutes(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @Test
    void backItForgetsWhatLiesFromThereOnAndNothingBefore() {
        assertThat(remembered()).as("of the gap too").isEqualTo(minutes(0, 60));

        state.moveTo(at(10));

        assertThat(state.watermark()).isEqualTo(at(10));
        assertThat(state.began()).isEqualTo(at(0));
        assertThat(remembered()).isEqualTo(minutes(0, 10));
        assertThat(windows()).containsExactly(new Window(at(0), at(10)));
        assertThat(state.open().get(0).done()).containsExactly(B);
        assertThat(state.nextId()).isEqualTo(3);
    }

    @Test
    void backWithinTheReachItRemembersTheMinutesBefore() {
        state.moveTo(at(45));

        assertThat(remembered()).isEqualTo(minutes(0, 45));
        assertThat(windows())
                .containsExactly(new Window(at(0), at(40)), new Window(at(20), at(45)));
    }

    @Test
    void beforeAllBeganItBeginsThere() {
        state.moveTo(at(-10));

        assertThat(state.began()).isEqualTo(at(-10));
        assertThat(remembered()).isEmpty();
        assertThat(windows()).isEmpty();
    }

    @Test
    void forwardItForgetsNothing() {
        state.moveTo(at(70));

        assertThat(state.watermark()).isEqualTo(at(70));
        assertThat(remembered()).isEqualTo(minutes(0, 60));
        assertThat(windows()).hasSize(2);
    }
}
