package guance.awsgateway.operations;

import java.time.Duration;
import java.time.Instant;

/**
 * The figures of one run.
 *
 * @param target {@code <account>/<region>}
 * @param found APIs or series
 * @param billed metrics that GetMetricData was asked for, as AWS bills them
 * @param requests handed over, or halves of the objects
 * @param accepted points that Guance took
 * @param parked points on disk, to be sent again
 * @param failures of calls and deliveries
 * @param error the first failure in one line; null without one
 */
public record RunRecord(
        String target,
        Job job,
        Instant started,
        Duration duration,
        int found,
        int billed,
        int requests,
        int accepted,
        int parked,
        int failures,
        String error) {

    /** Nothing failed and nothing waits on disk. */
    public boolean isClean() {
        return failures == 0 && parked == 0;
    }

    String outcome() {
        return isClean() ? "ok" : failures > 0 ? "failed" : "parked";
    }
}
