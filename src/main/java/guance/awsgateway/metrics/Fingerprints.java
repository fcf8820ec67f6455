package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What was handed over of the newest minutes of a target: a fingerprint for every dimension set and
 * period start, of accepted, parked and rejected points alike.
 *
 * <p>Bounded: 8 bytes for each dimension set and period of the reach. Older minutes are remembered
 * only where a part of an open window was handed over; they go with the window.
 */
final class Fingerprints {

    /** A dimension set at a period start, in seconds since 1970. */
    record Key(DimensionSet set, long second) {}

    private final long period;
    private final int periods;
    private final Map<DimensionSet, long[]> rings = new HashMap<>();
    private final Map<Key, Long> older = new HashMap<>();
    private long horizon = Long.MIN_VALUE;
    private long floor = Long.MIN_VALUE;

    /**
     * @param reach how far back from the end of the newest window
     */
    Fingerprints(Duration period, Duration reach) {
        this.period = period.toSeconds();
        this.periods = (int) Math.max(1, reach.dividedBy(period));
    }

    /**
     * @return 0 where nothing was handed over
     */
    long get(DimensionSet set, long second) {
        if (isOlder(second)) {
            return older.getOrDefault(new Key(set, second), 0L);
        }
        long[] ring = rings.get(set);
        long mark = ring == null || second >= end() ? 0 : ring[slot(second)];
        return mark == 0 ? older.getOrDefault(new Key(set, second), 0L) : mark;
    }

    /** Without effect on what lies before the reach. */
    void put(DimensionSet set, long second, long fingerprint) {
        if (second >= end()) {
            forgetBefore(second + period - periods * period);
        }
        if (!isOlder(second)) {
            rings.computeIfAbsent(set, key -> new long[periods])[slot(second)] = fingerprint;
        }
    }

    /** Remembers it also when the reach has moved on, until its window is finished. */
    void keep(DimensionSet set, long second, long fingerprint) {
        older.put(new Key(set, second), fingerprint);
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
                    if (ring[slot] != 0 && needed.test(set, second)) {
                        keep(set, second, ring[slot]);
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

    /** What was written did not reach further back, whatever the settings say now. */
    void restored(long begin) {
        floor = begin;
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

    /** The fingerprints of a set from the horizon on; empty where nothing was handed over. */
    long[] row(DimensionSet set) {
        long[] ring = rings.get(set);
        if (ring == null) {
            return new long[0];
        }
        long[] row = new long[periods];
        for (int i = 0; i < periods; i++) {
            row[i] = ring[slot(horizon + i * period)];
        }
        return row;
    }

    Map<Key, Long> older() {
        return Map.copyOf(older);
    }

    private void forgetBefore(long begin) {
        if (horizon == Long.MIN_VALUE || begin - horizon >= periods * period) {
            rings.values().forEach(ring -> Arrays.fill(ring, 0));
        } else {
            for (long second = horizon; second < begin; second += period) {
                int slot = slot(second);
                rings.values().forEach(ring -> ring[slot] = 0);
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
}
