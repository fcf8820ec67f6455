package guance.awsgateway.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one request has finished: a record of the journal.
 *
 * @param window the id of the window that was read
 * @param held now, where a set of it is held; null without one
 * @param done the dimension sets that are done, by the id of the open window
 * @param marks the fingerprints of what was handed over
 */
record Commit(long window, Instant held, Map<Long, List<DimensionSet>> done, List<Mark> marks) {

    /**
     * The fingerprints of a dimension set.
     *
     * @param metrics those that were asked for
     * @param first the first period, in seconds since 1970
     * @param values one a period; 0 where nothing was handed over
     */
    record Mark(DimensionSet set, Set<String> metrics, long first, long[] values) {

        /** The end of the last period of which something was handed over. */
        Instant end(long period) {
            int last = values.length;
            while (last > 0 && values[last - 1] == 0) {
                last--;
            }
            return Instant.ofEpochSecond(first + last * period);
        }
    }
}
