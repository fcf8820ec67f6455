package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes a listing over: what it names for the first time is read back. */
final class Adoption {

    /** As long as a list of recent series names one after its last datapoint. */
    private static final Duration FORGOTTEN = Duration.ofHours(3);

    private final MetricSettings settings;
    private final Planner planner;
    private final Intervals intervals;
    private final ReadBack readBack;

    Adoption(MetricSettings settings, Planner planner, Intervals intervals) {
        this.settings = settings;
        this.planner = planner;
        this.intervals = intervals;
        this.readBack = new ReadBack(settings);
    }

    /**
     * To be called under the monitor of the state.
     *
     * @param chosen the series of the listing that are read
     * @param now the scheduled time of the run
     * @return whether anything was listed for the first time
     */
    boolean adopt(
            String target,
            TargetState state,
            Listing listing,
            Set<Series> chosen,
            Plan plan,
            Instant now) {
        Instant oldest = oldest(target, state, listing, now);
        // What is not active now is read back and no further.
        Instant listed = listing.isRecent() ? now : listing.last().orElse(now);
        boolean changed =
                (listing.isRecent() || state.isLongAgo(listing.last()))
                        && add(state, chosen, plan, oldest, listed, now);
        complete(state, listing, chosen, now);
        return changed;
    }

    private boolean add(
            TargetState state,
            Collection<Series> chosen,
            Plan plan,
            Instant oldest,
            Instant listed,
            Instant now) {
        KnownSeries known = state.known();
        Window live = plan.newest().orElse(new Window(plan.watermark(), plan.watermark()));
        Map<Window, List<Series>> back = new LinkedHashMap<>();
        boolean changed = false;
        for (Series series : chosen) {
            Optional<Instant> named = known.named(series);
            known.name(series, listed);
            if (named.filter(at -> known.isRead(at, live, settings.settle())).isEmpty()) {
                Window missed = new Window(from(named, oldest), state.watermark());
                ReadBack.pieces(missed, series.set(), state.open())
                        .forEach(
                                piece ->
                                        back.computeIfAbsent(piece, key -> new ArrayList<>())
                                                .add(series));
                changed = true;
            }
        }
        back.forEach((window, series) -> state.openReadBack(window, now, series));
        return changed;
    }

    private static void complete(
            TargetState state, Listing listing, Set<Series> chosen, Instant now) {
        KnownSeries known = state.known();
        if (!listing.isRecent() && listing.isComplete()) {
            known.full(chosen, now);
        } else if (!listing.isRecent()) {
            known.fullFailed();
        } else if (listing.isComplete() && isAll(state, listing, now)) {
            known.recentAt(now);
            known.forgetBefore(forgotten(state, now));
            state.fingerprints().retain(known.sets());
        }
    }

    /** What an open window may still read is not forgotten. */
    private static Instant forgotten(TargetState state, Instant now) {
        return state.open().stream()
                .map(OpenWindow::early)
                .map(early -> early.minus(FORGOTTEN))
                .reduce(now.minus(FORGOTTEN), (one, other) -> one.isBefore(other) ? one : other);
    }

    /** After a long time, what is active now is not all that was to be listed. */
    private static boolean isAll(TargetState state, Listing listing, Instant now) {
        return !state.isLongAgo(listing.last()) || state.fullAt().filter(now::equals).isPresent();
    }

    /** Nothing that is listed for the first time is read back further than this. */
    private Instant oldest(String target, TargetState state, Listing listing, Instant now) {
        Duration interval = intervals.interval(target, now);
        Instant missed = readBack.oldest(state.watermark(), interval, listing.last());
        return Stream.of(missed, state.began(), planner.oldest(now))
                .map(planner::align)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /**
     * What comes back after a silence was read on for {@code metrics.settle}, but the last of it
     * not until it had settled. What was handed over of that is known.
     */
    private Instant from(Optional<Instant> named, Instant oldest) {
        return named.filter(oldest::isBefore).map(planner::align).orElse(oldest);
    }
}
