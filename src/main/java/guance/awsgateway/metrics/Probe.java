package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves out, of a live window, the APIs that had no request in it: asks for their request counts
 * first, as GetMetricData bills each metric whether it has a datapoint or not.
 *
 * <p>Not asked about is what has been handed over of the minutes that are read again, and what an
 * earlier window waits for: that is read in any case.
 */
public final class Probe {

    private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

    private final TargetStates states;
    private final MetricSettings settings;
    private final QueryPlan plan;
    private final Pace pace;
    private final RequestPacker packer;
    private final Function<String, Instant> awsNow;

    /**
     * @param pace is told what is measured
     * @param awsNow the time for a target's id: AWS's, where this machine's clock is ahead
     */
    public Probe(
            TargetStates states,
            MetricSettings settings,
            Pace pace,
            Function<String, Instant> awsNow) {
        this.pace = pace;
        this.states = states;
        this.settings = settings;
        this.plan = new QueryPlan(settings.statistics());
        this.packer = new RequestPacker(settings);
        this.awsNow = awsNow;
    }

    /**
     * What to ask first.
     *
     * @param series what is to be read of the window, whole dimension sets
     */
    public Probing plan(String target, PlannedWindow window, List<Series> series) {
        TargetState state = states.of(target);
        List<Gate> gates =
                gates(series, window.window()).stream()
                        .filter(gate -> !isReadAnyway(state, window, gate))
                        .toList();
        List<List<Query>> counts = gates.stream().map(Gate::counts).toList();
        return new Probing(gates, packer.packQueries(counts, window.asked()));
    }

    private List<Gate> gates(List<Series> series, Window live) {
        long reads = 1 + Math.max(1, settings.settle().dividedBy(live.length()));
        return Gate.of(series).stream().filter(gate -> gate.isWorthAsking(plan, reads)).toList();
    }

    private static boolean isReadAnyway(TargetState state, PlannedWindow window, Gate gate) {
        Window live = window.window();
        Instant before = live.from().minus(live.length());
        Instant asked = window.asked().from();
        Window again = new Window(asked.isBefore(before) ? asked : before, live.from());
        return gate.sets().stream()
                .anyMatch(set -> state.hasHanded(set, again) || state.isAwaited(set, window));
    }

    /** Takes an answer in. */
    public void answered(Probing probing, Answer answer) {
        probing.add(answer);
        answer.shortfall().ifPresent(text -> LOG.debug("{}; what it is about is read whole", text));
    }

    /**
     * Counts what is quiet as done, on disk too; a sweep reads it later all the same. Nothing where
     * AWS's clock says that the window has not settled.
     *
     * @throws RuntimeException where the disk refuses; after a restart it is read whole
     */
    public void leaveOut(String target, PlannedWindow window, Probing probing) {
        List<DimensionSet> quiet = probing.quiet();
        if (!quiet.isEmpty() && window.hasSettled(awsNow.apply(target), settings)) {
            states.commit(
                    target, new Commit(window.id(), null, Map.of(window.id(), quiet), List.of()));
        }
    }

    /**
     * Measures what a run with the probe asks for, by what was handed over of the live window and
     * the minutes before it that are read again; after a sweep too.
     */
    public void measure(String target, Plan windows) {
        TargetState state = states.of(target);
        Optional<Window> live = windows.newest();
        if (settings.probe() && live.isPresent()) {
            synchronized (state) {
                List<Series> series = state.known().in(live.get(), settings.settle());
                measured(state, live.get(), series).ifPresent(part -> pace.measured(target, part));
            }
        }
    }

    private Optional<BigDecimal> measured(TargetState state, Window live, List<Series> series) {
        long all = series.stream().mapToLong(each -> Demand.of(each, plan).billed()).sum();
        Window seen = new Window(live.from().minus(settings.settle()), live.to());
        long saved =
                gates(series, live).stream()
                        .filter(gate -> isQuiet(state, gate, seen))
                        .mapToLong(gate -> gate.billed(plan) - gate.counts().size())
                        .sum();
        return all == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(all - saved)
                                .divide(BigDecimal.valueOf(all), 6, RoundingMode.HALF_UP));
    }

    private static boolean isQuiet(TargetState state, Gate gate, Window span) {
        return gate.sets().stream().noneMatch(set -> state.hasHanded(set, span));
    }
}
