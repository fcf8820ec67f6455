package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import java.time.Instant;

/**
 * A window that a run reads.
 *
 * @param id of the open window
 * @param asked what its calls ask for: the newest window of a run starts {@code metrics.settle}
 *     earlier, so that late values are seen at no cost
 * @param held when a set of it was first held for a metric; null before
 * @param probed whether quiet APIs are left out of it
 * @param until no call begins later, so that filling gaps never delays the next run; null without
 *     an end
 */
public record PlannedWindow(
        long id,
        Window window,
        Window asked,
        Instant held,
        boolean readBack,
        boolean probed,
        Instant until) {

    /** Whether a call may still begin. */
    boolean isOn(Instant now) {
        return until == null || now.isBefore(until);
    }

    /** Whether it has, by AWS's clock. */
    boolean hasSettled(Instant awsNow, MetricSettings settings) {
        Instant settled = awsNow.minus(settings.delay()).plus(settings.period());
        return !window.to().isAfter(settled);
    }

    @Override
    public String toString() {
        return window.toString();
    }
}
