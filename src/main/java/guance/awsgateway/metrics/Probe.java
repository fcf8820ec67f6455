package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    private final RequestPacker packer;
    private final Function<String, Instant> awsNow;

    /**
     * @param awsNow the time for a target's id: AWS's, where this machine's clock is ahead
     */
    public Probe(TargetStates states, MetricSettings settings, Function<String, Instant> awsNow) {
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
        long reads = 1 + Math.max(1, settings.settle().dividedBy(window.window().length()));
        List<Gate> gates =
                Gate.of(series).stream()
                        .filter(gate -> gate.isWorthAsking(plan, reads))
                        .filter(gate -> !isReadAnyway(state, window, gate))
                        .toList();
        List<List<Query>> counts = gates.stream().map(Gate::counts).toList();
        return new Probing(gates, packer.packQueries(counts, window.asked()));
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
}
