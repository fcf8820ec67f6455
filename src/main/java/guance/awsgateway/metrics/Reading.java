package guance.awsgateway.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What of an answer is to be handed over.
 *
 * @param answer in which everything else is hidden
 * @param late points whose values have changed since they were handed over
 * @param delay the metrics.delay with which they would not have; zero without late ones
 * @param missed points that a sweep has found, of minutes that were read before
 */
public record Reading(
        PlannedWindow window,
        Answer answer,
        List<SetReading> sets,
        int late,
        Duration delay,
        int missed) {

    public Reading {
        sets = List.copyOf(sets);
    }

    /** What became of a dimension set. */
    enum Fate {
        /** Its points are handed over. */
        WHOLE,
        /** They wait for a metric that CloudWatch has not answered. */
        HELD,
        /** They have waited, see {@link Patience}, and are handed over without it. */
        SHORT
    }

    /**
     * One dimension set of the answer.
     *
     * @param metrics those that were asked for
     * @param outstanding of those, the ones that CloudWatch did not answer in full
     * @param marks the fingerprints of what is handed over, one a period; 0 for none
     */
    record SetReading(
            DimensionSet set,
            Set<String> metrics,
            Set<String> outstanding,
            Fate fate,
            long[] marks) {}

    /** The dimension sets that wait for a metric. */
    public List<DimensionSet> held() {
        return with(Fate.HELD);
    }

    /** The dimension sets that are handed over without a metric. */
    public List<DimensionSet> incomplete() {
        return with(Fate.SHORT);
    }

    private List<DimensionSet> with(Fate fate) {
        return sets.stream().filter(one -> one.fate() == fate).map(SetReading::set).toList();
    }
}
