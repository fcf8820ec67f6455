package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides how far back a series is read that CloudWatch lists for the first time.
 *
 * <p>ListMetrics names a new series up to 15 minutes late. Source: ListMetrics API reference.
 */
final class ReadBack {

    private static final Duration LISTED_LATE = Duration.ofMinutes(15);
    private static final Duration LEAST = Duration.ofMinutes(30);

    private final Duration discovery;
    private final Duration backfill;

    ReadBack(MetricSettings settings) {
        this.discovery = settings.discovery();
        this.backfill = settings.backfill();
    }

    /**
     * As far as a series may have been there without having been listed, but no further than gaps
     * are filled.
     *
     * @param interval from one run to the next
     * @param last the whole listing before; null before the first
     * @param now the listing that names it
     */
    Duration reach(Duration interval, Instant last, Instant now) {
        Duration sinceLast = last == null ? backfill : Duration.between(last, now);
        Duration between = sinceLast.compareTo(discovery) > 0 ? sinceLast : discovery;
        Duration reach = LISTED_LATE.plus(between).plus(interval);
        Duration most = backfill.compareTo(LEAST) > 0 ? backfill : LEAST;
        if (reach.compareTo(most) > 0) {
            return most;
        }
        return reach.compareTo(LEAST) < 0 ? LEAST : reach;
    }

    /** The longest that the settings lead to while every listing comes in time. */
    Duration usual(Duration interval) {
        return reach(interval, Instant.EPOCH, Instant.EPOCH.plus(discovery));
    }

    /**
     * What is to be read back in windows of its own: the minutes of which no open window reads the
     * whole dimension set.
     *
     * @param back from the first minute to read back to the first that is read anyway
     */
    static List<Window> pieces(Window back, DimensionSet set, List<OpenWindow> open) {
        List<Window> pieces = back.isEmpty() ? List.of() : List.of(back);
        for (OpenWindow one : open) {
            if (!one.isReadBack() && !one.done().contains(set)) {
                List<Window> rest = new ArrayList<>();
                pieces.forEach(piece -> rest.addAll(piece.without(one.window())));
                pieces = rest;
            }
        }
        return pieces;
    }
}
