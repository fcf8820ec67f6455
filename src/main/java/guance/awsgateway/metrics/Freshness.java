package guance.awsgateway.metrics;

import guance.awsgateway.metrics.Reading.Fate;
import guance.awsgateway.metrics.Reading.SetReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Tells, of one answer, what is new from what was handed over before, and hides the latter.
 *
 * <p>A point is known by its dimension set and period start, and has a part for each metric. The
 * parts of a metric from before its first listing are the read-back's: a call that sees them among
 * the settling minutes leaves them to it.
 */
final class Freshness {

    /** What is handed over of a point. */
    enum Share {
        NOTHING,
        POINT,
        /** The parts of metrics that were listed later than their set. */
        NEW_PARTS,
        CHANGED_POINT
    }

    private final TargetState state;
    private final PlannedWindow window;
    private final Answer answer;
    private final boolean resend;
    private final Instant now;
    private final long[] names;
    private final long[] since;
    private int late;
    private Duration delay = Duration.ZERO;

    /**
     * @param resend whether a point that has changed is handed over again
     */
    Freshness(TargetState state, PlannedWindow window, Answer answer, boolean resend, Instant now) {
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
        this.since =
                queries.stream()
                        .mapToLong(q -> state.since(new Series(q.set(), q.metric())))
                        .toArray();
    }

    /**
     * @param patient whether a set with a metric that is outstanding is held; one that is not
     *     answered at all is always held
     */
    Reading reading(boolean patient) {
        List<SetReading> sets = new ArrayList<>();
        int from = 0;
        while (from < names.length) {
            int to = answer.request().endOfSet(from);
            sets.add(set(from, to, patient));
            from = to;
        }
        return new Reading(window, answer, sets, late, delay);
    }

    private SetReading set(int from, int to, boolean patient) {
        boolean whole = answer.isWhole(from, to);
        boolean waits = !whole && (patient || answer.isEmpty(from, to));
        long[] marks = new long[answer.periods()];
        for (int column = 0; column < marks.length; column++) {
            if (!waits) {
                marks[column] = mark(from, to, column);
            } else {
                answer.hide(from, to, column, place -> true);
            }
        }
        DimensionSet set = answer.request().queries().get(from).set();
        return new SetReading(set, whole ? Fate.WHOLE : waits ? Fate.HELD : Fate.SHORT, marks);
    }

    /**
     * @return the fingerprint once the point is handed over; 0 where none of it is
     */
    private long mark(int from, int to, int column) {
        long second = answer.time(column);
        boolean asked = second >= window.window().from().getEpochSecond();
        IntPredicate known = place -> since[place] <= second;
        long before = state.fingerprint(answer.request().queries().get(from).set(), second);
        long old = sum(from, to, column, known);
        long all = sum(from, to, column, place -> true);
        return switch (share(before, all, old, asked)) {
            case NOTHING -> {
                answer.hide(from, to, column, place -> true);
                yield 0;
            }
            case POINT -> {
                answer.hide(from, to, column, place -> !asked && !known.test(place));
                yield asked ? all : old;
            }
            case NEW_PARTS -> {
                answer.hide(from, to, column, known);
                yield before + all - old;
            }
            case CHANGED_POINT -> {
                changed(second);
                answer.hide(from, to, column, place -> !resend || !asked && !known.test(place));
                yield asked ? all : old;
            }
        };
    }

    /**
     * @param before the fingerprint of what was handed over; 0 for nothing
     * @param all that of what the answer has
     * @param old that of its parts without new metrics
     * @param asked whether the period belongs to the window, and is not only seen again
     */
    static Share share(long before, long all, long old, boolean asked) {
        long mine = asked ? all : old;
        if (mine == 0 || before == all || before == mine) {
            return Share.NOTHING;
        }
        if (before == 0) {
            return Share.POINT;
        }
        return asked && (before == old || old == 0) ? Share.NEW_PARTS : Share.CHANGED_POINT;
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
