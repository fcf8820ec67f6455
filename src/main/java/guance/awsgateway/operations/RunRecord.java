package guance.awsgateway.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of one run.
 *
 * @param id unique, also over a restart; ids of one target and job sort as their runs began
 * @param target {@code <account>/<region>}
 * @param scheduled when it was due, however late it began
 * @param found APIs or series
 * @param windows of which something was read; none of the objects
 * @param billed metrics that GetMetricData answered, as AWS's words bill them
 * @param bound the same where each statistic is billed on its own
 * @param calls that AWS answered, by operation; all pages of a GetMetricData are one
 * @param throttles attempts that AWS throttled
 * @param requests handed over, or halves of the objects
 * @param accepted points that Guance took
 * @param parked points on disk, to be sent again
 * @param rejected points that Guance will never take
 * @param givenUp windows that will never be read
 * @param late points whose values have changed since they were sent
 * @param delay the metrics.delay with which they would not have; zero without late ones
 * @param incomplete dimension sets sent without a metric, after metrics.patience
 * @param probeMissed points that a sweep has found, of minutes in which the probe found no request
 * @param failures of calls and deliveries
 * @param error the first failure in one line; null without one
 */
public record RunRecord(
        String id,
        String target,
        Job job,
        Instant scheduled,
        Instant started,
        Duration duration,
        int found,
        int windows,
        int billed,
        int bound,
        SortedMap<String, Integer> calls,
        int throttles,
        int requests,
        int accepted,
        int parked,
        int rejected,
        int givenUp,
        int late,
        Duration delay,
        int incomplete,
        int probeMissed,
        int failures,
        String error) {

    public RunRecord {
        calls = Collections.unmodifiableSortedMap(new TreeMap<>(calls));
    }

    /** Nothing failed, nothing is left on disk, and nothing was given up. */
    public boolean isClean() {
        return failures == 0 && parked == 0 && rejected == 0 && givenUp == 0;
    }

    /** What is not told of every run, each part with a comma before it. */
    String besides() {
        return (rejected == 0 ? "" : ", " + rejected + " rejected")
                + (givenUp == 0 ? "" : ", " + givenUp + " windows given up")
                + (incomplete == 0 ? "" : ", " + incomplete + " sets without a metric")
                + (probeMissed == 0 ? "" : ", " + probeMissed + " that the probe had missed")
                + (late == 0
                        ? ""
                        : ", %s changed late (metrics.delay=%sm would have waited for them)"
                                .formatted(late, delay.plusSeconds(59).toMinutes()));
    }

    /** In a word or two: the worst of what happened, ok where nothing did. */
    public String outcome() {
        if (failures > 0) {
            return "failed";
        }
        if (parked > 0) {
            return "parked";
        }
        return rejected > 0 ? "rejected" : givenUp > 0 ? "given up" : "ok";
    }
}
