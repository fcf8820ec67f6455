package guance.awsgateway.metrics;

import guance.awsgateway.metrics.Reading.Fate;
import guance.awsgateway.metrics.Reading.SetReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/**
 * Tells, of one answer, what is new from what was handed over before, and hides the latter.
 *
 * <p>A point is known by its dimension set and period start, and has a part for each metric: a
 * metric may be listed later than its set.
 */
final class Freshness {

    /** What is handed over of a point. */
    enum Share {
        NOTHING,
        /** The parts of metrics that nothing was handed over of: of a new point, all. */
        NEW_PARTS,
        /** With those, where there are any. */
        CHANGED_POINT
    }

    private final TargetState state;
    private final PlannedWindow window;
    private final Answer answer;
    private final boolean resend;
    private final Instant now;
    private final long[] names;
    private final long seen;
    private Set<String> hadMetrics;
    private int hadFrom;
    private boolean[] had;
    private int late;
    private int missed;
    private Duration delay = Duration.ZERO;

    /**
     * @param resend whether a point that has changed is handed over again
     * @param seen from when on minutes are read again without a sweep
     */
    Freshness(
            TargetState state,
            PlannedWindow window,
            Answer answer,
            boolean resend,
            Instant seen,
            Instant now) {
        this.seen = seen.getEpochSecond();
        this.state = state;
        this.window = window;
        this.answer = answer;
        this.resend = resend;
        this.now = now;
        List<Query> queries = answer.request().queries();
        this.names =
                queries.stream()
                        .mapToLong(q -> Fingerprint.name(q.metric(), q.statistic()))
                        .toArray();
    }

    /**
     * @param patient whether a set waits for metrics that are outstanding; one that is not answered
     *     at all always does
     */
    Reading reading(BiPredicate<DimensionSet, Set<String>> patient) {
        List<SetReading> sets = new ArrayList<>();
        int from = 0;
        while (from < names.length) {
            int to = answer.request().endOfSet(from);
            sets.add(set(from, to, patient));
            from = to;
        }
        return new Reading(window, answer, sets, late, delay, missed);
    }

    private SetReading set(int from, int to, BiPredicate<DimensionSet, Set<String>> patient) {
        DimensionSet set = query(from).set();
        Set<String> outstanding = answer.outstanding(from, to);
        boolean whole = outstanding.isEmpty();
        boolean waits = !whole && (answer.isEmpty(from, to) || patient.test(set, outstanding));
        long[] marks = new long[answer.periods()];
        for (int column = 0; column < marks.length; column++) {
            if (!waits) {
                marks[column] = mark(from, to, column);
            } else {
                answer.hide(from, to, column, place -> true);
            }
        }
        Set<String> metrics = answer.request().metrics(from, to);
        Fate fate = whole ? Fate.WHOLE : waits ? Fate.HELD : Fate.SHORT;
        return new SetReading(set, metrics, outstanding, fate, marks);
    }

    /**
     * @return the fingerprint once the point is handed over; 0 where none of it is
     */
    private long mark(int from, int to, int column) {
        long second = answer.time(column);
        Handed before = state.handed(query(from).set(), second);
        boolean[] had = had(before.metrics(), from, to);
        IntPredicate known = place -> had[place - from];
        long old = sum(from, to, column, known);
        long fresh = sum(from, to, column, known.negate());
        // Where it may be sent again, what other settings have shaped is.
        boolean compared =
                (before.isComparable() || resend)
                        && (!window.readBack() || hasAll(before.metrics(), from, to));
        return switch (share(before.fingerprint(), old, fresh, compared)) {
            case NOTHING -> {
                answer.hide(from, to, column, place -> true);
                yield 0;
            }
            case NEW_PARTS -> {
                if (second < seen && before.metrics().isEmpty()) {
                    missed += state.isOwed(query(from).set(), second) ? 0 : 1;
                }
                answer.hide(from, to, column, known);
                yield before.isComparable() ? before.fingerprint() + fresh : Handed.INCOMPARABLE;
            }
            case CHANGED_POINT -> {
                if (before.isComparable()) {
                    changed(second);
                }
                answer.hide(from, to, column, place -> !resend && known.test(place));
                yield old + fresh;
            }
        };
    }

    /** Which queries are of these metrics; the points of a set mostly share one group of them. */
    private boolean[] had(Set<String> metrics, int from, int to) {
        if (metrics != hadMetrics || from != hadFrom) {
            had = new boolean[to - from];
            for (int place = from; place < to; place++) {
                had[place - from] = metrics.contains(query(place).metric());
            }
            hadMetrics = metrics;
            hadFrom = from;
        }
        return had;
    }

    private Query query(int place) {
        return answer.request().queries().get(place);
    }

    /** What is read back alone says nothing of the other metrics of its set. */
    private boolean hasAll(Set<String> metrics, int from, int to) {
        return answer.request().metrics(from, to).containsAll(metrics);
    }

    /**
     * @param before the fingerprint of what was handed over; 0 for nothing
     * @param old that of what the answer has of the same metrics
     * @param fresh that of what it has of others
     * @param compared whether the answer has all that was handed over
     */
    static Share share(long before, long old, long fresh, boolean compared) {
        if (compared && old != 0 && old != before) {
            return Share.CHANGED_POINT;
        }
        return fresh == 0 ? Share.NOTHING : Share.NEW_PARTS;
    }

    /** A period seen now for the first time would have had the value now seen. */
    private void changed(long second) {
        late++;
        Instant end = Instant.ofEpochSecond(second).plus(answer.period());
        Duration age = Duration.between(end, now);
        delay = age.compareTo(delay) > 0 ? age : delay;
    }

    private long sum(int from, int to, int column, IntPredicate places) {
        long sum = 0;
        for (int place = from; place < to; place++) {
            if (places.test(place)) {
                sum += Fingerprint.value(names[place], answer.value(place, column));
            }
        }
        return sum;
    }
}
