package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What was handed over of the newest minutes of a target: for every dimension set and period start
 * a fingerprint and the metrics, of accepted, parked and rejected points alike.
 *
 * <p>Older minutes are remembered only where they may be read again: those of open windows, and of
 * series that may come back. Times that are numbers are seconds since 1970.
 */
final class Fingerprints {

    private final String shape;
    private final long period;
    private final FingerprintRings newest;
    private final OlderFingerprints older = new OlderFingerprints();
    private long floor = Long.MIN_VALUE;
    private String shaped;

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
        this.newest = new FingerprintRings(this.period, (int) Math.max(1, reach.dividedBy(period)));
    }

    /** Never null. */
    Handed get(DimensionSet set, long second) {
        Handed handed = newest.get(set, second);
        return handed.isNothing() ? older.get(set, second) : handed;
    }

    /** Whether anything is known of a set in [from, to). */
    boolean hasAny(DimensionSet set, long from, long to) {
        return newest.hasAny(set, from, to) || older.hasAny(set, from, to);
    }

    /** Without effect on what lies before the reach. */
    void put(DimensionSet set, long second, Handed handed) {
        newest.put(set, second, handed);
    }

    /** Takes back what was written, also where the reach was longer then. */
    void restore(DimensionSet set, long second, Handed handed) {
        if (newest.isOlder(second)) {
            keep(set, second, handed);
        } else {
            put(set, second, handed);
        }
    }

    /** Remembers it also when the reach has moved on, until it is needed no more. */
    void keep(DimensionSet set, long second, Handed handed) {
        older.put(set, second, handed);
    }

    /** Whether what was handed over of a set at a second has to be remembered. */
    interface Needed {
        boolean test(DimensionSet set, long second);
    }

    /**
     * Takes over what a request has handed over of a set; once more, it changes nothing.
     *
     * @param needed what is remembered also out of reach
     */
    void apply(Commit.Mark mark, Needed needed) {
        advance(mark.end(period), needed);
        for (int place = 0; place < mark.values().length; place++) {
            if (mark.values()[place] != 0) {
                apply(mark, place, needed);
            }
        }
    }

    private void apply(Commit.Mark mark, int place, Needed needed) {
        long second = mark.first() + place * period;
        Handed handed = get(mark.set(), second).then(mark.values()[place], mark.metrics());
        put(mark.set(), second, handed);
        if (needed.test(mark.set(), second)) {
            keep(mark.set(), second, handed);
        }
    }

    /**
     * Moves the reach on to the end of a window.
     *
     * @param needed what is remembered all the same
     */
    void advance(Instant end, Needed needed) {
        newest.advance(
                end.getEpochSecond(),
                (set, second, handed) -> {
                    if (needed.test(set, second)) {
                        keep(set, second, handed);
                    }
                });
    }

    /** Forgets, of what lies before the reach, what is needed no more. */
    void retainKept(Needed needed) {
        older.retain(needed);
    }

    /** From when on everything is remembered, once the reach has moved on to a time. */
    Instant begin(Instant end) {
        return Instant.ofEpochSecond(Math.max(begin(), newest.begin(end.getEpochSecond())));
    }

    /** From when on everything is remembered now; long ago where nothing was handed over. */
    long begin() {
        return Math.max(floor, newest.horizon());
    }

    String shape() {
        return shape;
    }

    /** What was read from disk had this shape. */
    void wasShaped(String then) {
        shaped = then;
    }

    /**
     * To be called once all is read that was written: of points of another shape, that they were
     * handed over is what counts.
     */
    void compareOwnShapeOnly() {
        if (shaped != null && !shaped.equals(shape)) {
            newest.compareNone();
            older.compareNone();
        }
    }

    /** What was written did not reach further back, whatever the settings say now. */
    void restored(long begin) {
        floor = begin;
    }

    /** Forgets what was handed over at a second and after it. */
    void forgetFrom(long second) {
        newest.forgetFrom(second);
        older.forgetFrom(second);
    }

    /** Forgets what no series is left of. */
    void retain(Set<DimensionSet> sets) {
        newest.retain(sets);
    }

    /** In seconds. */
    long period() {
        return period;
    }

    long horizon() {
        return newest.horizon();
    }

    /** What was handed over of a set from the horizon on; empty where nothing was. */
    List<Handed> row(DimensionSet set) {
        return newest.row(set);
    }

    /** What is remembered out of reach, by set and second. */
    Map<DimensionSet, SortedMap<Long, Handed>> older() {
        return older.all();
    }
}
