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
 *     had settled, and no later window may have seen them again; for a sweep, the minutes since the
 *     one before
 * @param opened when it was planned
 * @param held when a set of it was first held for a metric; null before
 * @param series what alone is read of it, where it reads back what was listed for the first time;
 *     empty for a window of all series
 * @param done the dimension sets that are done; it grows under the lock of the target's state
 */
record OpenWindow(
        long id,
        Window window,
        Instant early,
        Instant opened,
        Instant held,
        Set<Series> series,
        Set<DimensionSet> done) {

    OpenWindow {
        series = Set.copyOf(series);
    }

    /** A new window. */
    OpenWindow(long id, Window window, Instant early, Instant opened, Set<Series> series) {
        this(id, window, early, opened, null, series, new HashSet<>());
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

    /** Whether a minute of its own is still to be read of a set. */
    boolean owes(DimensionSet set, Instant time) {
        return window.has(time)
                && !done.contains(set)
                && (!isReadBack() || series.stream().anyMatch(each -> each.set().equals(set)));
    }

    /** From now on {@code metrics.patience} counts. */
    OpenWindow heldSince(Instant time) {
        return held != null ? this : new OpenWindow(id, window, early, opened, time, series, done);
    }

    /** As it is, but its calls ask no earlier. */
    OpenWindow since(Instant time) {
        Instant from = time.isAfter(window.from()) ? window.from() : time;
        return new OpenWindow(id, window, from, opened, held, series, done);
    }

    /** What of it lies before a time; of an empty window where nothing does. */
    OpenWindow before(Instant time) {
        return new OpenWindow(id, window.before(time), early, opened, held, series, done);
    }

    /** Whether one request may read both, the other behind this one. */
    boolean isJoinedBy(OpenWindow other, Duration most) {
        return !isReadBack()
                && !other.isReadBack()
                && held == null
                && other.held == null
                && window.to().equals(other.window.from())
                && done.equals(other.done)
                && Duration.between(window.from(), other.window.to()).compareTo(most) <= 0;
    }

    /** Together they are given up when the later of them would be: never too early. */
    OpenWindow join(OpenWindow other) {
        Window both = new Window(window.from(), other.window.to());
        Instant later = other.opened.isAfter(opened) ? other.opened : opened;
        Instant from = other.early.isBefore(early) ? other.early : early;
        return new OpenWindow(id, both, from, later, null, series, done);
    }

    /** A part of it, as a window of its own. */
    OpenWindow part(long other, Window part, Instant early) {
        return new OpenWindow(other, part, early, opened, held, series, new HashSet<>(done));
    }
}
