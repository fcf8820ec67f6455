package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One plan in the making: the windows of the plan before are kept, cut or given up, those that can
 * be read together are joined, and new ones are opened, in this order.
 */
final class Draft {

    private final MetricSettings settings;
    private final Reach reach;
    private final Instant now;
    private final WindowPlanner planner;
    private final Instant settled;
    private final Instant oldest;
    private final Duration chunk;
    private final List<OpenWindow> open = new ArrayList<>();
    private final List<Plan.GivenUp> givenUp = new ArrayList<>();
    private long nextId;
    private long firstOpened;
    private Instant swept;

    /**
     * @param planner as of now
     * @param nextId of the first window that it opens
     */
    Draft(MetricSettings settings, Reach reach, WindowPlanner planner, Instant now, long nextId) {
        this.settings = settings;
        this.reach = reach;
        this.now = now;
        this.nextId = nextId;
        this.planner = planner;
        this.settled = planner.settled();
        this.oldest = planner.alignUp(now.minus(reach.back()));
        this.chunk = settings.period().multipliedBy(RequestPacker.PERIODS);
    }

    /** Up to where windows may be read. */
    Instant settled() {
        return settled;
    }

    /** Oldest first, but for what waits until it has settled. */
    List<OpenWindow> windows() {
        return open;
    }

    List<Plan.GivenUp> givenUp() {
        return givenUp;
    }

    long nextId() {
        return nextId;
    }

    /** Whether {@link #open} has opened any. */
    boolean opens() {
        return nextId > firstOpened;
    }

    /** What has not settled, as when the clock has jumped, waits apart until it has. */
    void keep(OpenWindow one) {
        if (one.opened().plus(settings.backfill()).isBefore(now)) {
            givenUp.add(
                    new Plan.GivenUp(one.window(), "it was open for longer than metrics.backfill"));
            return;
        }
        Window due = recent(one.window()).before(settled);
        Window later = one.window().since(settled);
        if (!due.isEmpty()) {
            boolean whole = due.from().equals(one.window().from());
            open.add(one.part(one.id(), due, whole ? one.early() : due.from()));
        }
        if (!later.isEmpty()) {
            long id = due.isEmpty() ? one.id() : nextId++;
            open.add(one.part(id, later, settling(later)));
        }
    }

    /** What successive runs have left is read in as few calls as possible. */
    void join() {
        List<OpenWindow> joined = new ArrayList<>();
        for (OpenWindow one : open) {
            int last = joined.size() - 1;
            if (last >= 0
                    && !one.window().to().isAfter(settled)
                    && joined.get(last).isJoinedBy(one, chunk)) {
                joined.set(last, joined.get(last).join(one));
            } else {
                joined.add(one);
            }
        }
        open.clear();
        open.addAll(joined);
    }

    /**
     * Opens what has settled since the watermark: its newest interval is the live window.
     *
     * @param swept from where the first of them sees all series again; null for no sweep
     * @return the new watermark
     */
    Instant open(Instant watermark, Duration interval, Instant swept) {
        Instant from = watermark == null ? firstStart() : watermark;
        firstOpened = nextId;
        this.swept = swept;
        for (Window stretch : planner.due(from)) {
            Window filled = watermark == null ? stretch : filled(stretch, interval);
            Window recent = recent(filled);
            if (!recent.from().equals(stretch.from())) {
                // What is given up lies between: a sweep does not read it either.
                this.swept = null;
            }
            Instant live = settled.minus(live(interval));
            recent.before(live).cut(chunk).forEach(this::add);
            recent.since(live).cut(chunk).forEach(this::add);
        }
        return from.isAfter(settled) ? from : settled;
    }

    private Instant firstStart() {
        return planner.alignDown(now.minus(settings.delay()).minus(settings.lookback()));
    }

    private void add(Window window) {
        open.add(new OpenWindow(nextId++, window, early(window), now, Set.of()));
    }

    /** The minutes before are seen again, unless they are read in the same run. */
    private Instant early(Window window) {
        boolean gap =
                open.stream()
                        .anyMatch(
                                one ->
                                        one.id() >= firstOpened
                                                && one.window().to().equals(window.from()));
        return gap ? window.from() : settling(swept(window));
    }

    /** What a sweep reads: the first new window, and what the probe has left out before. */
    private Window swept(Window window) {
        boolean first = nextId == firstOpened + 1 && swept != null;
        return first && swept.isBefore(window.from()) ? new Window(swept, window.to()) : window;
    }

    private Instant settling(Window window) {
        return planner.alignDown(window.from().minus(settings.settle()));
    }

    /** At most what one request can carry beside its settle window. */
    private Duration live(Duration interval) {
        Duration most = chunk.minus(settings.settle());
        Duration live = interval.compareTo(most) < 0 ? interval : most;
        return live.compareTo(settings.period()) < 0
                ? settings.period()
                : Duration.between(planner.alignDown(settled.minus(live)), settled);
    }

    private Window filled(Window stretch, Duration interval) {
        Duration reach =
                settings.backfill().compareTo(interval) < 0 ? interval : settings.backfill();
        return giveUp(
                stretch,
                planner.alignDown(settled.minus(reach)),
                "it lies further back than metrics.backfill");
    }

    private Window recent(Window window) {
        return giveUp(window, oldest, reach.why());
    }

    private Window giveUp(Window window, Instant before, String why) {
        Window gone = window.before(before);
        if (!gone.isEmpty()) {
            givenUp.add(new Plan.GivenUp(gone, why));
        }
        return window.since(before);
    }
}
