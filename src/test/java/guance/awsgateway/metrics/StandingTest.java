package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final DimensionSet SET = Sets.set("ApiName", "orders");
    private static final Instant BEGAN = at(0);
    private static final Instant WATERMARK = at(30);

    private static Instant at(int minute) {
        return Instant.parse("2026-11-24T08:00:00Z").plusSeconds(60L * minute);
    }

    private static OpenWindow open(int from, int to, DimensionSet... done) {
        return open(from, to, Set.of(), done);
    }

    private static OpenWindow open(int from, int to, Set<Series> series, DimensionSet... done) {
        Window window = new Window(at(from), at(to));
        return new OpenWindow(
                from, window, at(from), at(to), null, series, new HashSet<>(Set.of(done)));
    }

    private static Optional<Instant> handedOver(OpenWindow... open) {
        return Standing.of(BEGAN, WATERMARK, List.of(open)).handedOver();
    }

    @Test
    void itIsTheEndOfTheNewestWindowThatIsNotUntouched() {
        assertThat(handedOver()).contains(WATERMARK);
        assertThat(handedOver(open(25, 30))).contains(at(25));
        assertThat(handedOver(open(20, 25), open(25, 30))).contains(at(20));
        assertThat(handedOver(open(25, 30), open(20, 25))).contains(at(20));
    }

    @Test
    void aGapBehindTheNewestWindowAndSetsStillOpenAreAside() {
        assertThat(handedOver(open(10, 20))).contains(WATERMARK);
        assertThat(handedOver(open(25, 30, SET))).contains(WATERMARK);
        assertThat(handedOver(open(20, 25, SET), open(25, 30))).contains(at(25));
    }

    @Test
    void whatIsReadBackIsAside() {
        assertThat(handedOver(open(0, 30, Set.of(new Series(SET, "Count"))))).contains(WATERMARK);
    }

    @Test
    void beforeAnythingIsHandedOverThereIsNone() {
        assertThat(Standing.of(null, null, List.of())).isEqualTo(Standing.NONE);
        assertThat(Standing.of(BEGAN, WATERMARK, List.of(open(0, 30))))
                .isEqualTo(new Standing(Optional.of(WATERMARK), 1, Optional.empty()));
    }
}
