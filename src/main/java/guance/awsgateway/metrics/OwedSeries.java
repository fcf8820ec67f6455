package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which series the open windows of a target still wait for; to be used under the monitor of its
 * state.
 */
final class OwedSeries {

    private final Planned planned;
    private final KnownSeries known;

    OwedSeries(Planned planned, KnownSeries known) {
        this.planned = planned;
        this.known = known;
    }

    /**
     * @param id of a window; of one that is not open nothing is owed
     */
    List<Series> of(long id, Duration settle) {
        return planned.open().get(id).map(window -> of(window, settle)).orElse(List.of());
    }

    private List<Series> of(OpenWindow window, Duration settle) {
        Set<Series> all = new LinkedHashSet<>(window.series());
        if (!window.isReadBack()) {
            all.addAll(known.in(window.window(), settle));
            if (planned.isOld(window.window())) {
                all.addAll(known.full());
            }
        }
        all.removeIf(series -> window.done().contains(series.set()));
        return List.copyOf(all);
    }

    /** Of one set and a window of all series; asked for each set, so all others are left alone. */
    private Set<String> of(OpenWindow window, DimensionSet set, Duration settle) {
        if (window.done().contains(set)) {
            return Set.of();
        }
        Set<String> metrics = known.in(window.window(), settle, set);
        if (planned.isOld(window.window())) {
            metrics.addAll(known.full(set));
        }
        return metrics;
    }

    /** Whether all that can be known of the series of a window is known. */
    boolean areListed(Window window) {
        return known.recentAt().isPresent()
                && (known.fullAt().isPresent() || !planned.isOld(window));
    }

    /**
     * The other open windows that a call which starts early reads too.
     *
     * @param id of its own window
     * @param metrics those of the set that it reads
     */
    List<Long> covered(
            long id, Window asked, DimensionSet set, Set<String> metrics, Duration settle) {
        return planned.open()
                .within(asked, id)
                .filter(one -> areListed(one.window()))
                .filter(one -> metrics.containsAll(of(one, set, settle)))
                .map(OpenWindow::id)
                .toList();
    }

    /** Whether a period of a set may be read again. */
    boolean mayBeReadAgain(DimensionSet set, Instant begin, Instant end) {
        return planned.open().askFor(set, begin) || known.mayBeReadBack(set, end);
    }
}
