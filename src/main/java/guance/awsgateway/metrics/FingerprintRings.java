package guance.awsgateway.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fingerprints of the newest minutes of a target, a ring a dimension set: 12 bytes for each set
 * and period of the reach. Times are seconds since 1970.
 */
final class FingerprintRings {

    private final long period;
    private final int periods;
    private final Map<DimensionSet, Ring> rings = new HashMap<>();
    private final List<Set<String>> groups = new ArrayList<>(List.of(Set.of()));
    private final Map<Set<String>, Integer> places = new HashMap<>(Map.of(Set.of(), 0));
    private long horizon = Long.MIN_VALUE;

    /**
     * @param period in seconds
     * @param periods how many the reach has
     */
    FingerprintRings(long period, int periods) {
        this.period = period;
        this.periods = periods;
    }

    /** Of a period out of reach, as of one of which nothing was handed over, it is nothing. */
    Handed get(DimensionSet set, long second) {
        Ring ring = isOlder(second) || second >= end() ? null : rings.get(set);
        return ring == null ? Handed.NOTHING : handed(ring, slot(second));
    }

    /** Whether anything is known of a set in [from, to), as far as it is in reach. */
    boolean hasAny(DimensionSet set, long from, long to) {
        Ring ring = rings.get(set);
        for (long second = Math.max(from, horizon);
                ring != null && second < Math.min(to, end());
                second += period) {
            if (ring.values[slot(second)] != 0) {
                return true;
            }
        }
        return false;
    }

    private Handed handed(Ring ring, int slot) {
        long value = ring.values[slot];
        return value == 0 ? Handed.NOTHING : new Handed(value, groups.get(ring.groups[slot]));
    }

    /** Without effect on what lies before the reach; what lies behind it moves it on. */
    void put(DimensionSet set, long second, Handed handed) {
        if (second >= end()) {
            forgetBefore(begin(second + period));
        }
        if (!isOlder(second)) {
            Ring ring = rings.computeIfAbsent(set, key -> new Ring(periods));
            ring.put(slot(second), handed.fingerprint(), group(handed.metrics()));
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

    /** Where the reach begins that ends at a time. */
    long begin(long end) {
        return end - periods * period;
    }

    /**
     * Moves the reach on; never back.
     *
     * @param leaving takes the second, and what was handed over, of what leaves it
     */
    void advance(long end, Leaving leaving) {
        long begin = begin(end);
        for (long second = horizon; second < Math.min(begin, end()); second += period) {
            leave(second, leaving);
        }
        if (begin > horizon) {
            forgetBefore(begin);
        }
    }

    private void leave(long second, Leaving leaving) {
        int slot = slot(second);
        rings.forEach(
                (set, ring) -> {
                    if (ring.values[slot] != 0) {
                        leaving.leave(set, second, handed(ring, slot));
                    }
                });
    }

    /** Takes what leaves the reach. */
    interface Leaving {
        void leave(DimensionSet set, long second, Handed handed);
    }

    private void forgetBefore(long begin) {
        if (horizon == Long.MIN_VALUE || begin - horizon >= periods * period) {
            rings.clear();
        } else {
            forget(horizon, begin);
        }
        horizon = begin;
    }

    void forgetFrom(long second) {
        if (horizon != Long.MIN_VALUE) {
            long passed = Math.max(0, Math.floorDiv(second - horizon + period - 1, period));
            forget(horizon + passed * period, end());
        }
    }

    private void forget(long from, long to) {
        for (long second = from; second < to; second += period) {
            int slot = slot(second);
            rings.values().forEach(ring -> ring.put(slot, 0, 0));
        }
    }

    /** Forgets all other sets. */
    void retain(Set<DimensionSet> sets) {
        rings.keySet().retainAll(sets);
    }

    /** That they were handed over is what counts from now on. */
    void compareNone() {
        for (Ring ring : rings.values()) {
            for (int slot = 0; slot < periods; slot++) {
                ring.values[slot] = ring.values[slot] == 0 ? 0 : Handed.INCOMPARABLE;
            }
        }
    }

    /** Of a set from the horizon on; empty where nothing was handed over. */
    List<Handed> row(DimensionSet set) {
        List<Handed> row = new ArrayList<>();
        Ring ring = rings.get(set);
        for (int i = 0; ring != null && i < periods; i++) {
            row.add(handed(ring, slot(horizon + i * period)));
        }
        return row;
    }

    /** Where the reach begins; long ago where nothing was handed over. */
    long horizon() {
        return horizon;
    }

    boolean isOlder(long second) {
        return second < horizon;
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
