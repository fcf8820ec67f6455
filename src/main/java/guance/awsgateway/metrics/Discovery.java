package guance.awsgateway.metrics;

import guance.awsgateway.inventory.ChosenApis;
import guance.awsgateway.inventory.Inventory;
import guance.awsgateway.settings.MetricSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/** Knows which series a target has: when to ask ListMetrics, and what to make of its answer. */
public final class Discovery {

    private final TargetStates states;
    private final MetricSettings settings;
    private final SeriesSelection selection;
    private final Adoption adoption;
    private final RunTime runTime;
    private final Map<String, Discovered> figures = new ConcurrentHashMap<>();
    private final Map<String, Instant> refreshed = new ConcurrentHashMap<>();

    /**
     * @param awsNow the time for a target's id: AWS's, where this machine's clock is ahead
     */
    public Discovery(
            TargetStates states,
            MetricSettings settings,
            Planner planner,
            Intervals intervals,
            ChosenApis apis,
            Function<String, Instant> awsNow) {
        this.states = states;
        this.settings = settings;
        this.selection = new SeriesSelection(settings, apis);
        this.adoption = new Adoption(settings, planner, intervals);
        this.runTime = new RunTime(intervals, awsNow);
    }

    /**
     * The listings that are due: of what was active in the last three hours, where {@code
     * metrics.discovery} is over, and of everything, where a gap is older.
     *
     * @param scheduled when the run was due
     */
    public List<Listing> due(String target, Plan plan, Instant scheduled) {
        TargetState state = states.of(target);
        Instant now = runTime.of(target, scheduled);
        List<Listing> due = new ArrayList<>();
        Optional<Instant> last = state.recentAt();
        boolean recent = isOver(Optional.ofNullable(refreshed.get(target)), now);
        boolean old = plan.due(plan.open()).stream().anyMatch(one -> state.isOld(one.window()));
        if (recent && state.isLongAgo(last) || old && isOver(state.fullAt(), now)) {
            due.add(listing("cloudwatch-" + target, false, last));
        }
        if (recent) {
            due.add(listing("cloudwatch-recent-" + target, true, last));
        }
        return due;
    }

    private Listing listing(String client, boolean recent, Optional<Instant> last) {
        return new Listing(client, recent, last, new DiscoveryTally(settings.statistics()));
    }

    /** Reckoned between scheduled times; also where the clock has jumped back. */
    private boolean isOver(Optional<Instant> last, Instant now) {
        return last.filter(at -> !now.isBefore(at))
                .filter(at -> Duration.between(at, now).compareTo(settings.discovery()) < 0)
                .isEmpty();
    }

    /** The namespaces to list. */
    public List<String> namespaces() {
        return selection.namespaces();
    }

    /**
     * Adds what one page names and metrics.selection and metrics.grains select, of whichever API,
     * and counts what they leave out.
     *
     * @throws guance.awsgateway.target.OddAnswerException where the pages would never end
     */
    public void keep(Listing listing, ListMetricsResponse page, Inventory inventory) {
        listing.tally().page();
        listing.turn(page.nextToken());
        page.metrics().stream()
                .filter(Discovery::isWhole)
                .map(metric -> new Series(set(metric), metric.metricName()))
                .forEach(series -> keep(listing, series, inventory));
    }

    private void keep(Listing listing, Series series, Inventory inventory) {
        if (selection.selectsMetric(series) && selection.selectsGrain(series)) {
            listing.series().add(series);
        } else {
            listing.tally().add(series, selection.choice(series, inventory));
        }
    }

    /** The last page has come: what was not named is not there. */
    public void complete(Listing listing) {
        listing.complete();
    }

    /**
     * Takes a listing over into the state of the target, on disk too. One that is not whole adds
     * what it names, and takes nothing away.
     */
    public void adopt(
            String target, Listing listing, Inventory inventory, Plan plan, Instant scheduled) {
        // In seconds, as it stands on disk.
        Instant now = runTime.of(target, scheduled).truncatedTo(ChronoUnit.SECONDS);
        TargetState state = states.of(target);
        Set<Series> chosen =
                listing.series().stream()
                        .filter(series -> selection.selects(series, inventory))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean changed;
        synchronized (state) {
            changed = adoption.adopt(target, state, listing, chosen, plan, now);
        }
        if (changed) {
            states.save(target);
        }
        if (listing.isRecent() && listing.isComplete()) {
            refreshed.put(target, now);
            figures.put(target, listing.tally().discovered(chosen));
        }
    }

    /** What the last whole listing has found, to reckon its cost; null before one. */
    public Discovered figures(String target) {
        return figures.get(target);
    }

    /** The series that are read now. */
    public List<Series> series(String target, Plan plan) {
        TargetState state = states.of(target);
        synchronized (state) {
            return plan.newest()
                    .map(window -> state.known().in(window, settings.settle()))
                    .orElse(List.of());
        }
    }

    /** CloudWatch names everything; what imitates it may leave a name out. */
    private static boolean isWhole(Metric metric) {
        return metric.namespace() != null
                && metric.metricName() != null
                && metric.dimensions().stream()
                        .allMatch(d -> d.name() != null && d.value() != null);
    }

    private static DimensionSet set(Metric metric) {
        SortedMap<String, String> dimensions = new TreeMap<>();
        for (Dimension dimension : metric.dimensions()) {
            dimensions.put(dimension.name(), dimension.value());
        }
        return new DimensionSet(metric.namespace(), dimensions);
    }
}
