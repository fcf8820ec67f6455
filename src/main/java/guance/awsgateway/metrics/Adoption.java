package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Takes a listing over: what it names for the first time is read back. */
final class Adoption {

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
     * @param complete whether what is not named is not there
     */
    void adopt(
            String target,
            TargetState state,
            Collection<Series> listed,
            boolean complete,
            Plan plan,
            Instant now) {
        KnownSeries known = state.known();
        Window live = plan.newest().orElse(new Window(plan.watermark(), plan.watermark()));
        Instant oldest = oldest(target, state, live, now);
        Map<Window, List<Series>> back = new LinkedHashMap<>();
        for (Series series : listed) {
            KnownSeries.Seen seen = known.get(series);
            if (seen != null && known.isRead(seen, live, settings.settle())) {
                known.put(series, new KnownSeries.Seen(seen.since(), now));
            } else {
                Window missed = new Window(from(seen, oldest), state.watermark());
                List<Window> pieces = ReadBack.pieces(missed, series.set(), state.open());
                known.put(series, new KnownSeries.Seen(since(missed, pieces), now));
                for (Window piece : pieces) {
                    back.computeIfAbsent(piece, key -> new ArrayList<>()).add(series);
                }
            }
        }
        back.forEach((window, series) -> state.openReadBack(window, now, series));
        if (complete) {
            known.complete(now);
            known.forgetBefore(now.minus(ReadBack.MOST));
            state.fingerprints().retain(known.sets());
        }
    }

    /** The minutes before are read back; all others are read with the windows. */
    private static Instant since(Window missed, List<Window> pieces) {
        return pieces.isEmpty() ? missed.from() : pieces.get(pieces.size() - 1).to();
    }

    /** Nothing that is listed for the first time is read back further than this. */
    private Instant oldest(String target, TargetState state, Window live, Instant now) {
        Duration interval = intervals.interval(target, now);
        Duration reach = readBack.reach(interval, state.known().complete(), now);
        return Stream.of(live.from().minus(reach), state.began(), planner.oldest(now))
                .map(planner::align)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** What comes back after a silence was read until it had settled. */
    private Instant from(KnownSeries.Seen seen, Instant oldest) {
        Instant last = seen == null ? Instant.MIN : seen.listed().plus(settings.settle());
        return last.isAfter(oldest) ? planner.align(last) : oldest;
    }
}
