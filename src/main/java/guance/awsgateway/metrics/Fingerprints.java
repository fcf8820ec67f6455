package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was handed over of the newest minutes of a target: for every dimension set and period start
 * a fingerprint and the metrics, of accepted, parked and rejected points alike.
 *
 * <p>Bounded: 12 bytes for each dimension set and period of the reach. Older minutes are remembered
 * only where they may be read again: those of open windows, and of series that may come back.
 */
final class Fingerprints {

    /** A dimension set at a period start, in seconds since 1970. */
    record Key(DimensionSet set, long second) {}

    private final String shape;
    private final long period;
    private final int periods;
    private final Map<DimensionSet, Ring> rings = new HashMap<>();
    private final List<Set<String>> groups = new ArrayList<>(List.of(Set.of()));
    private final Map<Set<String>, Integer> places = new HashMap<>(Map.of(Set.of(), 0));
    private final Map<Key, Handed> older = new HashMap<>();
    private long horizon = Long.MIN_VALUE;
    private long floor = Long.MIN_VALUE;

    Fingerprints(Duration period, Duration reach) {
        this(period, reach, "");
    }

    /**
     * @param reach how far back from the end of the newest window
     * @param shape what settings make of a point; points of another shape are not compared
     */
    Fingerprints(Duration period, Duration reach, String shape) {
        this.shape = shape;
        this.period = period.toSeconds();
        this.periods = (int) Math.max(1, reach.dividedBy(period));
    }

    /** Never null. */
    Handed get(DimensionSet set, long second) {
        Ring ring = isOlder(second) || second >= end() ? null : rings.get(set);
        int slot = slot(second);
        return ring == null || ring.values[slot] == 0
                ? older.getOrDefault(new Key(set, second), Handed.NOTHING)
                : handed(ring, slot);
    }

    /** Whether anything is known of a set in [from, to), in seconds since 1970. */
    boolean hasAny(DimensionSet set, long from, long to) {
        Ring ring = rings.get(set);
        for (long second = Math.max(from, horizon);
                ring != null && second < Math.min(to, end());
                second += period) {
            if (ring.values[slot(second)] != 0) {
                return true;
            }
        }
        return from < horizon
                && older.keySet().stream()
                        .anyMatch(key -> isIn(key.second(), from, to) && key.set().equals(set));
    }

    private static boolean isIn(long second, long from, long to) {
        return second >= from && second < to;
    }

    private Handed handed(Ring ring, int slot) {
        return new Handed(ring.values[slot], groups.get(ring.groups[slot]));
    }

    /** Without effect on what lies before the reach. */
    void put(DimensionSet set, long second, Handed handed) {
        if (second >= end()) {
            forgetBefore(second + period - periods * period);
        }
        if (!isOlder(second)) {
            Ring ring = rings.computeIfAbsent(set, key -> new Ring(periods));
            ring.put(slot(second), handed.fingerprint(), group(handed.metrics()));
        }
    }

    /** Takes back what was written, also where the reach was longer then. */
    void restore(DimensionSet set, long second, Handed handed) {
        if (isOlder(second)) {
            keep(set, second, handed);
        } else {
            put(set, second, handed);
        }
    }

    private int group(Set<String> metrics) {
        return places.computeIfAbsent(
                metrics,
                key -> {
                    groups.add(key);
                    return groups.size() - 1;
                });
    }

    /** Remembers it also when the reach has moved on, until it is needed no more. */
    void keep(DimensionSet set, long second, Handed handed) {
        older.put(new Key(set, second), handed);
    }

    /** Whether what was handed over of a set at a second has to be remembered. */
    interface Needed {
        boolean test(DimensionSet set, long second);
    }

    /**
     * Moves the reach on to the end of a window.
     *
     * @param needed what is remembered all the same
     */
    void advance(Instant end, Needed needed) {
        long begin = end.getEpochSecond() - periods * period;
        for (long second = horizon; second < Math.min(begin, end()); second += period) {
            keepOf(second, needed);
        }
        if (begin > horizon) {
            forgetBefore(begin);
        }
    }

    private void keepOf(long second, Needed needed) {
        int slot = slot(second);
        rings.forEach(
                (set, ring) -> {
                    if (ring.values[slot] != 0 && needed.test(set, second)) {
                        keep(set, second, handed(ring, slot));
                    }
                });
    }

    /** Forgets, of what lies before the reach, what is needed no more. */
    void retainKept(Needed needed) {
        older.keySet().removeIf(key -> !needed.test(key.set(), key.second()));
    }

    /** From when on everything is remembered, once the reach has moved on to a time. */
    Instant begin(Instant end) {
        return Instant.ofEpochSecond(Math.max(begin(), end.getEpochSecond() - periods * period));
    }

    /** From when on everything is remembered now; long ago where nothing was handed over. */
    long begin() {
        return Math.max(floor, horizon);
    }

    String shape() {
        return shape;
    }

    /** All points until now had another shape: that they were handed over is what counts. */
    void compareNone() {
        for (Ring ring : rings.values()) {
            for (int slot = 0; slot < periods; slot++) {
                ring.values[slot] = ring.values[slot] == 0 ? 0 : Handed.INCOMPARABLE;
            }
        }
        older.replaceAll((key, handed) -> new Handed(Handed.INCOMPARABLE, handed.metrics()));
    }

    /** What was written did not reach further back, whatever the settings say now. */
    void restored(long begin) {
        floor = begin;
    }

    /** Forgets what was handed over at a second and after it. */
    void forgetFrom(long second) {
        for (long each = horizon; each < end(); each += period) {
            if (each >= second) {
                int slot = slot(each);
                rings.values().forEach(ring -> ring.put(slot, 0, 0));
            }
        }
        older.keySet().removeIf(key -> key.second() >= second);
    }

    private boolean isOlder(long second) {
        return second < horizon;
    }

    /** Forgets what no series is left of. */
    void retain(Set<DimensionSet> sets) {
        rings.keySet().retainAll(sets);
    }

    long period() {
        return period;
    }

    long horizon() {
        return horizon;
    }

    /** What was handed over of a set from the horizon on; empty where nothing was. */
    List<Handed> row(DimensionSet set) {
        List<Handed> row = new ArrayList<>();
        Ring ring = rings.get(set);
        for (int i = 0; ring != null && i < periods; i++) {
            row.add(handed(ring, slot(horizon + i * period)));
        }
        return row;
    }

    Map<Key, Handed> older() {
        return Map.copyOf(older);
    }

    private void forgetBefore(long begin) {
        if (horizon == Long.MIN_VALUE || begin - horizon >= periods * period) {
            rings.clear();
        } else {
            for (long second = horizon; second < begin; second += period) {
                int slot = slot(second);
                rings.values().forEach(ring -> ring.put(slot, 0, 0));
            }
        }
        horizon = begin;
    }

    private long end() {
        return horizon == Long.MIN_VALUE ? Long.MIN_VALUE : horizon + periods * period;
    }

    private int slot(long second) {
        return (int) Math.floorMod(Math.floorDiv(second, period), (long) periods);
    }

    /** The periods of a dimension set: fingerprints, and places of groups of metrics. */
    private static final class Ring {

        private final long[] values;
        private final int[] groups;

        Ring(int periods) {
            this.values = new long[periods];
            this.groups = new int[periods];
        }

        void put(int slot, long value, int group) {
            values[slot] = value;
            groups[slot] = group;
        }
    }
}
