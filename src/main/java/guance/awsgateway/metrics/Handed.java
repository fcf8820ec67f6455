package guance.awsgateway.metrics;

import java.util.HashSet;
import java.util.Set;

/**
 * What was handed over of a point.
 *
 * @param fingerprint that of its parts; 0 where nothing was handed over
 * @param metrics those that were asked for, with or without a value: what has come of another one
 *     is a new part
 */
record Handed(long fingerprint, Set<String> metrics) {

    static final Handed NOTHING = new Handed(0, Set.of());

    /** Of a point that was handed over by other settings, so that it looked otherwise. */
    static final long INCOMPARABLE = 1;

    Handed {
        metrics = Set.copyOf(metrics);
    }

    boolean isNothing() {
        return fingerprint == 0;
    }

    boolean isComparable() {
        return fingerprint != INCOMPARABLE;
    }

    /** After more of it was handed over; the fingerprint is that of the whole. */
    Handed then(long whole, Set<String> more) {
        if (metrics.containsAll(more)) {
            return new Handed(whole, metrics);
        }
        Set<String> all = new HashSet<>(metrics);
        all.addAll(more);
        return new Handed(whole, all);
    }
}
