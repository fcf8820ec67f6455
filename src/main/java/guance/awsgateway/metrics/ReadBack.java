package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
     * How far back from the watermark, while every listing comes in time.
     *
     * @param interval from one run to the next
     */
    Duration usual(Duration interval) {
        Duration usual = LISTED_LATE.plus(discovery).plus(interval);
        return usual.compareTo(LEAST) < 0 ? LEAST : usual;
    }

    /**
     * The first minute that a series may have had without having been listed; after listings that
     * failed that is longer ago, but no longer than gaps are filled.
     *
     * @param last the whole listing before; empty before the first
     */
    Instant oldest(Instant watermark, Duration interval, Optional<Instant> last) {
        Instant usual = watermark.minus(usual(interval));
        Instant most = watermark.minus(backfill);
        Instant missed = last.map(at -> at.minus(LISTED_LATE)).orElse(most);
        Instant oldest = missed.isAfter(most) ? missed : most;
        return oldest.isBefore(usual) ? oldest : usual;
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
