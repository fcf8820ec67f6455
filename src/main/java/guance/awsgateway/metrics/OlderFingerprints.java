package guance.awsgateway.metrics;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fingerprints of single minutes that may be read again when the reach has moved on. Times are
 * seconds since 1970.
 */
final class OlderFingerprints {

    private final Map<DimensionSet, NavigableMap<Long, Handed>> sets = new HashMap<>();

    void put(DimensionSet set, long second, Handed handed) {
        sets.computeIfAbsent(set, key -> new TreeMap<>()).put(second, handed);
    }

    /** Never null. */
    Handed get(DimensionSet set, long second) {
        return of(set).getOrDefault(second, Handed.NOTHING);
    }

    /** Whether anything is known of a set in [from, to). */
    boolean hasAny(DimensionSet set, long from, long to) {
        Long first = of(set).ceilingKey(from);
        return first != null && first < to;
    }

    private NavigableMap<Long, Handed> of(DimensionSet set) {
        return sets.getOrDefault(set, Collections.emptyNavigableMap());
    }

    /** Forgets what is needed no more. */
    void retain(Fingerprints.Needed needed) {
        sets.forEach(
                (set, minutes) -> minutes.keySet().removeIf(second -> !needed.test(set, second)));
        sets.values().removeIf(Map::isEmpty);
    }

    void forgetFrom(long second) {
        sets.values().forEach(minutes -> minutes.tailMap(second, true).clear());
        sets.values().removeIf(Map::isEmpty);
    }

    /** That they were handed over is what counts from now on. */
    void compareNone() {
        sets.values()
                .forEach(
                        minutes ->
                                minutes.replaceAll(
                                        (second, handed) ->
                                                new Handed(Handed.INCOMPARABLE, handed.metrics())));
    }

    /** By set and second. */
    Map<DimensionSet, SortedMap<Long, Handed>> all() {
        return Collections.unmodifiableMap(sets);
    }
}
