package guance.awsgateway.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The state of a target as it stands on disk, in JSON. The few times are ISO-8601, what stands at
 * each series and point is seconds since 1970.
 *
 * @param generation how often it was written
 * @param period in seconds
 * @param shape what the settings made of a point
 * @param swept up to where all series were or are read, whatever the probe said
 * @param listed the run of the last whole listing
 * @param groups metrics that were handed over together
 * @param horizon the period of the first fingerprint of each set
 * @param remembered the period from which on there is a fingerprint of all that was handed over
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record StateFile(
        int format,
        String target,
        long generation,
        long period,
        String shape,
        String began,
        String watermark,
        String swept,
        String listed,
        long horizon,
        long remembered,
        long nextWindow,
        List<List<String>> groups,
        List<Stretch> windows,
        List<Member> sets) {

    static final int FORMAT = 1;

    /**
     * An open window.
     *
     * @param done places of dimension sets
     * @param series metrics by the place of their dimension set, of a read-back
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Stretch(
            long id,
            String from,
            String to,
            String early,
            String opened,
            String held,
            List<Integer> done,
            Map<Integer, List<String>> series) {}

    /**
     * A dimension set.
     *
     * @param metrics when each was listed last
     * @param fingerprints a period each from the horizon on, 8 bytes, in base 64
     * @param handed the places of the groups that were handed over, a period each
     * @param older fingerprint and place of the group by second, where a period before the horizon
     *     may be read again
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Member(
            String namespace,
            SortedMap<String, String> dimensions,
            SortedMap<String, Long> metrics,
            byte[] fingerprints,
            int[] handed,
            Map<Long, long[]> older) {}
}
