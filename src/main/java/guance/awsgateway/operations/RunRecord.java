package guance.awsgateway.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of one run.
 *
 * @param target {@code <account>/<region>}
 * @param found APIs or series
 * @param billed metrics that GetMetricData answered, as AWS's words bill them
 * @param bound the same where each statistic is billed on its own
 * @param calls by operation, as far as a route counts them
 * @param requests handed over
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
        int bound,
        SortedMap<String, Integer> calls,
        int requests,
        int accepted,
        int parked,
        int failures,
        String error) {

    public RunRecord {
        calls = Collections.unmodifiableSortedMap(new TreeMap<>(calls));
    }

    /** Nothing failed and nothing waits on disk. */
    public boolean isClean() {
        return failures == 0 && parked == 0;
    }

    String outcome() {
        return isClean() ? "ok" : failures > 0 ? "failed" : "parked";
    }
}
