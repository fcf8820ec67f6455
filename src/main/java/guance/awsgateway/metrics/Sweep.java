package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;

/** When all series are read, also those of APIs that the probe has found quiet: once an hour. */
final class Sweep {

    static final Duration EVERY = Duration.ofHours(1);

    private Sweep() {}

    /**
     * Due with the probe at first and after an hour; without it, once more for what it has left
     * out.
     *
     * @param swept up to where all series were read; null before
     * @param settled up to where this run reads
     */
    static boolean isDue(boolean probes, Instant swept, Instant settled) {
        return probes ? swept == null || !settled.isBefore(swept.plus(EVERY)) : swept != null;
    }

    /** How far back from the window of a sweep its calls ask, at most one interval less. */
    static Duration reach(Duration settle) {
        return EVERY.plus(settle);
    }
}
