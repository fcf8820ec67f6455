package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a gap beside the live window waits for, of a target with a hundred dimension sets. */
class OwedSeriesTest {

    private static final Duration SETTLE = Duration.ZERO;
    private static final long GAP = 1;
    private static final long LIVE = 2;
    private static final Window BOTH = Sets.window(Duration.ofMinutes(10));

    private final CountedSets counted = new CountedSets();
    private final KnownSeries known = new KnownSeries(counted);
    private final Planned planned = new Planned();
    private final OwedSeries owed = new OwedSeries(planned, known);
    private final List<DimensionSet> sets =
            IntStream.range(0, 100).mapToObj(i -> Sets.set("ApiId", "a" + i)).toList();

    /** It was asked for all sets of the window for each set: the square of them. */
    @Test
    void whetherASetOfAGapIsReadAlongIsAskedOfThatSetAlone() {
        start();
        counted.asked = 0;

        for (DimensionSet set : sets) {
            assertThat(owed.covered(LIVE, BOTH, set, Set.of("Count", "Latency"), SETTLE))
                    .containsExactly(GAP);
        }

        assertThat(counted.asked).isEqualTo(sets.size());
    }

    @Test
    void aGapIsReadAlongOnlyByACallForAllMetricsOfTheSet() {
        start();
        planned.open().get(GAP).orElseThrow().done().add(sets.get(1));

        assertThat(owed.covered(LIVE, BOTH, sets.get(0), Set.of("Count"), SETTLE)).isEmpty();
        assertThat(owed.covered(LIVE, BOTH, sets.get(1), Set.of("Count"), SETTLE))
                .containsExactly(GAP);
        assertThat(owed.of(GAP, SETTLE)).hasSize(198);
    }

    private void start() {
        Instant middle = BOTH.from().plusSeconds(300);
        planned.restore(
                BOTH.from(),
                BOTH.to(),
                null,
                3,
                List.of(
                        open(GAP, new Window(BOTH.from(), middle)),
                        open(LIVE, new Window(middle, BOTH.to()))));
        for (DimensionSet set : sets) {
            Sets.series(set, "Count", "Latency").forEach(one -> known.name(one, BOTH.to()));
        }
        known.recentAt(BOTH.to());
    }

    private static OpenWindow open(long id, Window window) {
        return new OpenWindow(id, window, window.from(), BOTH.to(), Set.of());
    }

    /** Counts how often the metrics of a set are asked for. */
    private static final class CountedSets
            extends LinkedHashMap<DimensionSet, Map<String, Instant>> {

        private int asked;

        @Override
        public Map<String, Instant> getOrDefault(Object set, Map<String, Instant> without) {
            asked++;
            return super.getOrDefault(set, without);
        }
    }
}
