package guance.awsgateway.metrics;

import java.time.Instant;

/**
 * A window that a run reads.
 *
 * @param id of the open window
 * @param asked what its calls ask for: the newest window of a run starts {@code metrics.settle}
 *     earlier, so that late values are seen at no cost
 * @param held when a set of it was first held for a metric; null before
 * @param until no call begins later, so that filling gaps never delays the next run; null without
 *     an end
 */
public record PlannedWindow(
        long id, Window window, Window asked, Instant held, boolean readBack, Instant until) {

    /** Whether a call may still begin. */
    boolean isOn(Instant now) {
        return until == null || now.isBefore(until);
    }

    @Override
    public String toString() {
        return window.toString();
    }
}
