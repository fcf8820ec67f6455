package guance.awsgateway.metrics;

import guance.awsgateway.inventory.ChosenApis;
import guance.awsgateway.inventory.Inventory;
import guance.awsgateway.settings.MetricSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Opens the windows of a target, says in which order they are read, and ends those that are done.
 */
public final class Windows {

    private final TargetStates states;
    private final MetricSettings settings;
    private final Planner planner;
    private final Intervals intervals;
    private final SeriesSelection selection;
    private final RunTime runTime;
    private final Function<String, Instant> awsNow;

    /**
     * @param awsNow the time for a target's id: AWS's, where this machine's clock is ahead
     */
    public Windows(
            TargetStates states,
            MetricSettings settings,
            Planner planner,
            Intervals intervals,
            ChosenApis apis,
            Function<String, Instant> awsNow) {
        this.states = states;
        this.settings = settings;
        this.planner = planner;
        this.intervals = intervals;
        this.selection = new SeriesSelection(settings, apis);
        this.runTime = new RunTime(intervals, awsNow);
        this.awsNow = awsNow;
    }

    /**
     * Opens what has settled since the run before, and gives up what is too old. All of it is on
     * disk when it returns.
     *
     * @param scheduled when the run was due, which need not be when it began
     */
    public Plan plan(String target, Instant scheduled) {
        TargetState state = states.of(target);
        Instant now = runTime.of(target, scheduled);
        Duration interval = intervals.interval(target, now);
        Plan plan =
                planner.plan(
                        now,
                        interval,
                        state.watermark(),
                        state.open(),
                        state.nextId(),
                        state.swept());
        if (intervals.isStretched(target, now) && !plan.hasSettled(state.watermark(), interval)) {
            return plan.nothing();
        }
        if (!plan.isEmpty() || !plan.givenUp().isEmpty()) {
            state.open(plan);
            states.save(target);
        }
        return plan;
    }

    /**
     * The live window first, then what is read back, then the gaps, oldest first.
     *
     * @param plan what {@link #plan} returned; what a listing has opened since is added
     */
    public List<PlannedWindow> toRead(String target, Plan plan, Instant scheduled) {
        TargetState state = states.of(target);
        // The next run is not to find this one going.
        Instant until =
                scheduled.plus(intervals.interval(target, scheduled).multipliedBy(4).dividedBy(5));
        List<PlannedWindow> order = new ArrayList<>();
        List<PlannedWindow> gaps = new ArrayList<>();
        Instant newest = plan.newest().map(Window::from).orElse(Instant.MAX);
        for (OpenWindow one : plan.due(state.open())) {
            if (one.isReadBack()) {
                order.add(planned(one, one.window(), false, until));
            } else if (one.window().from().equals(newest)) {
                boolean probed = one.id() == plan.probed();
                order.add(0, planned(one, live(state, one, scheduled), probed, null));
            } else {
                gaps.add(planned(one, gap(state, one, scheduled), false, until));
            }
        }
        order.addAll(gaps);
        return order;
    }

    private static PlannedWindow planned(
            OpenWindow one, Window asked, boolean probed, Instant until) {
        return new PlannedWindow(
                one.id(), one.window(), asked, one.held(), one.isReadBack(), probed, until);
    }

    /** With the minutes before, of all that is remembered: they are seen again. */
    private Window live(TargetState state, OpenWindow one, Instant now) {
        Instant settling = planner.align(one.window().from().minus(settings.settle()));
        Window asked = new Window(state.earliest(one, settling), one.window().to());
        return asked(state, asked, now);
    }

    private Window gap(TargetState state, OpenWindow one, Instant now) {
        return asked(state, one.asked(), now);
    }

    /** Never before all began, nor what is of no use any more. */
    private Window asked(TargetState state, Window window, Instant now) {
        return window.since(state.began()).since(planner.oldest(now));
    }

    /** The series of a window whose dimension sets are not done yet; none once its time is up. */
    public List<Series> remaining(String target, PlannedWindow window, Inventory inventory) {
        return window.isOn(awsNow.apply(target)) ? left(target, window, inventory) : List.of();
    }

    private List<Series> left(String target, PlannedWindow window, Inventory inventory) {
        return states.of(target).remaining(window.id(), settings.settle()).stream()
                .filter(series -> selection.selects(series, inventory))
                .toList();
    }

    /** Ends a window of which nothing remains; of any other, what remains stays open. */
    public void close(String target, PlannedWindow window, Inventory inventory) {
        TargetState state = states.of(target);
        if (window.isOn(awsNow.apply(target))
                && state.isListed(window.window())
                && left(target, window, inventory).isEmpty()) {
            state.close(window.id());
        }
    }

    /**
     * Writes the state and empties the journal.
     *
     * @throws RuntimeException where the disk refuses: then the journal holds what is new
     */
    public void save(String target) {
        states.save(target);
    }
}
