package guance.awsgateway.metrics;

import guance.awsgateway.metrics.Reading.Fate;
import guance.awsgateway.metrics.Reading.SetReading;
import guance.awsgateway.point.Point;
import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.target.Targets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Knows what was handed over: hides it from what is read, and remembers what is handed over now.
 */
public final class Sent {

    private final Targets targets;
    private final TargetStates states;
    private final MetricSettings settings;
    private final Function<String, Instant> awsNow;
    private final Patience patience;
    private final Clock clock;

    /**
     * @param awsNow the time for a target's id: AWS's, where this machine's clock is ahead
     */
    public Sent(
            Targets targets,
            TargetStates states,
            MetricSettings settings,
            Function<String, Instant> awsNow,
            Clock clock) {
        this.targets = targets;
        this.states = states;
        this.settings = settings;
        this.awsNow = awsNow;
        this.patience = new Patience(settings.patience());
        this.clock = clock;
    }

    /**
     * Hides, of an answer, what was handed over before, and what waits for a metric that CloudWatch
     * has not answered yet.
     *
     * @throws IllegalStateException where AWS's clock says that the window has not settled
     * @throws RuntimeException where another node runs the target now, or may
     */
    public Reading fresh(String target, PlannedWindow window, Answer answer) {
        states.requireLease(target);
        Instant now = clock.instant();
        refuseUnsettled(target, window);
        Instant seen =
                settings.probe() ? window.window().from().minus(settings.settle()) : Instant.EPOCH;
        return new Freshness(states.of(target), window, answer, settings.resendChanged(), seen, now)
                .reading((set, metrics) -> patience.waits(target, window, set, metrics, now));
    }

    /** A clock that is ahead would make us take minutes for empty that have not happened. */
    private void refuseUnsettled(String target, PlannedWindow window) {
        if (!window.hasSettled(awsNow.apply(target), settings)) {
            throw new IllegalStateException(
                    "this machine's clock is ahead of AWS's, by which %s has not settled; set the"
                                    .formatted(window)
                            + " clock; the window is read again");
        }
    }

    /**
     * Remembers what was handed over, on disk too: accepted, parked and rejected points alike.
     *
     * @param unsent points that could be neither sent nor parked: their dimension sets stay open
     * @throws RuntimeException where the disk refuses
     */
    public void commit(String target, Reading reading, List<Point> unsent) {
        Unsent left = new Unsent(targets.get(target), reading, unsent);
        Map<Long, List<DimensionSet>> done = new LinkedHashMap<>();
        List<Commit.Mark> marks = new ArrayList<>();
        Answer answer = reading.answer();
        long first = reading.window().asked().from().getEpochSecond();
        for (SetReading one : reading.sets()) {
            long[] sent = left.without(one.set(), one.marks(), first, answer.period());
            if (Arrays.stream(sent).anyMatch(mark -> mark != 0)) {
                marks.add(new Commit.Mark(one.set(), one.metrics(), first, sent));
            }
            if (one.fate() != Fate.HELD && !left.has(one.set())) {
                for (long id : finished(target, reading, one)) {
                    done.computeIfAbsent(id, key -> new ArrayList<>()).add(one.set());
                }
            }
        }
        Instant now = clock.instant();
        patience.learn(target, reading, now);
        Instant held = reading.held().isEmpty() ? null : now;
        states.commit(target, new Commit(reading.window().id(), held, done, marks));
    }

    /**
     * Its own window, and those that it has seen again whole. An old one stays open until all of
     * its series are listed: a metric of the set may be missing.
     */
    private List<Long> finished(String target, Reading reading, SetReading one) {
        PlannedWindow window = reading.window();
        TargetState state = states.of(target);
        List<Long> finished = new ArrayList<>();
        if (window.readBack() || state.isListed(window.window())) {
            finished.add(window.id());
        }
        if (!window.readBack()) {
            finished.addAll(
                    state.covered(
                            window.id(),
                            window.asked(),
                            one.set(),
                            one.metrics(),
                            settings.settle()));
        }
        return finished;
    }
}
