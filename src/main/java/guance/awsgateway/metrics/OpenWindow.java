package guance.awsgateway.metrics;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * A window that is planned and not finished.
 *
 * @param id never used again for another window of the target
 * @param opened when it was planned
 * @param series what alone is read of it, where it reads back what was listed for the first time;
 *     empty for a window of all series
 * @param done the dimension sets that are done; it grows under the lock of the target's state
 */
record OpenWindow(
        long id, Window window, Instant opened, Set<Series> series, Set<DimensionSet> done) {

    OpenWindow {
        series = Set.copyOf(series);
    }

    /** A new window. */
    OpenWindow(long id, Window window, Instant opened, Set<Series> series) {
        this(id, window, opened, series, new HashSet<>());
    }

    boolean isReadBack() {
        return !series.isEmpty();
    }

    /** A part of it, as a window of its own. */
    OpenWindow part(long other, Window part) {
        return new OpenWindow(other, part, opened, series, new HashSet<>(done));
    }
}
