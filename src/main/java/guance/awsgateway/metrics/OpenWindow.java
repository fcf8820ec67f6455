package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * A window that is planned and not finished.
 *
 * @param id never used again for another window of the target
 * @param early from when its calls ask: the minutes before a window may have been read before they
 *     had settled, and no later window may have seen them again
 * @param opened when it was planned
 * @param series what alone is read of it, where it reads back what was listed for the first time;
 *     empty for a window of all series
 * @param done the dimension sets that are done; it grows under the lock of the target's state
 */
record OpenWindow(
        long id,
        Window window,
        Instant early,
        Instant opened,
        Set<Series> series,
        Set<DimensionSet> done) {

    OpenWindow {
        series = Set.copyOf(series);
    }

    /** A new window. */
    OpenWindow(long id, Window window, Instant early, Instant opened, Set<Series> series) {
        this(id, window, early, opened, series, new HashSet<>());
    }

    boolean isReadBack() {
        return !series.isEmpty();
    }

    /** With the minutes before. */
    Window asked() {
        return new Window(early, window.to());
    }

    /** Whether what was handed over of a set at a time has to be known until the window is done. */
    boolean asksFor(DimensionSet set, Instant time) {
        return asked().has(time) && !done.contains(set);
    }

    /** A part of it, as a window of its own. */
    OpenWindow part(long other, Window part) {
        Duration before = Duration.between(early, window.from());
        return new OpenWindow(
                other, part, part.from().minus(before), opened, series, new HashSet<>(done));
    }
}
