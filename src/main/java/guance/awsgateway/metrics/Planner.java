package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.settings.Receiver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides which windows a run opens, which it cuts, and which are given up. */
public final class Planner {

    /** So long CloudWatch keeps minutes. Source: CloudWatch concepts, metrics retention. */
    private static final Duration KEPT = Duration.ofDays(15);

    /** DataKit sets a point more than two hours old to "now"; some minutes are for the way. */
    private static final Duration UNFALSIFIED = Duration.ofMinutes(110);

    private final MetricSettings settings;
    private final Receiver receiver;
    private final Duration chunk;

    public Planner(MetricSettings settings, Receiver receiver) {
        this.settings = settings;
        this.receiver = receiver;
        this.chunk = settings.period().multipliedBy(RequestPacker.PERIODS);
    }

    /**
     * @param interval from one run to the next: the longest that the live window can be
     * @param watermark up to where the target has planned; null at its first start
     * @param open what earlier runs have left, oldest first
     * @param swept up to where all series were read; null before, and without a probe
     */
    Plan plan(
            Instant now,
            Duration interval,
            Instant watermark,
            List<OpenWindow> open,
            long nextId,
            Instant swept) {
        Draft draft = new Draft(now, nextId);
        open.forEach(draft::keep);
        draft.join();
        boolean sweeps = Sweep.isDue(settings.probe(), swept, draft.settled);
        Instant planned = draft.open(watermark, interval, sweeps ? swept : null);
        boolean opens = draft.nextId > draft.firstOpened;
        Instant done = settings.probe() ? planned : null;
        return new Plan(
                planned,
                draft.settled,
                draft.open,
                draft.nextId,
                draft.givenUp,
                sweeps && opens ? done : swept,
                settings.probe() && !sweeps && opens ? draft.nextId - 1 : 0);
    }

    /** The first period that is of use to the receiver, and that CloudWatch still has. */
    Instant oldest(Instant now) {
        Duration reach =
                switch (receiver) {
                    case DATAWAY -> KEPT;
                    case DATAKIT -> UNFALSIFIED;
                };
        return at(now).alignUp(now.minus(reach));
    }

    /** Up to where windows may be read. */
    Instant settled(Instant now) {
        return at(now).settled();
    }

    /** Down to a period boundary. */
    Instant align(Instant time) {
        return at(time).alignDown(time);
    }

    private WindowPlanner at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new WindowPlanner(settings.period(), settings.delay(), clock);
    }

    /** One plan in the making. */
    private final class Draft {

        private final Instant now;
        private final WindowPlanner planner;
        private final Instant settled;
        private final Instant oldest;
        private final List<OpenWindow> open = new ArrayList<>();
        private final List<Plan.GivenUp> givenUp = new ArrayList<>();
        private long nextId;
        private long firstOpened;
        private Instant swept;

        Draft(Instant now, long nextId) {
            this.now = now;
            this.nextId = nextId;
            this.planner = at(now);
            this.settled = planner.settled();
            this.oldest = oldest(now);
        }

        /** What has not settled, as when the clock has jumped, waits apart until it has. */
        void keep(OpenWindow one) {
            if (one.opened().plus(settings.backfill()).isBefore(now)) {
                givenUp.add(
                        new Plan.GivenUp(
                                one.window(), "it was open for longer than metrics.backfill"));
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
            return giveUp(
                    window,
                    oldest,
                    switch (receiver) {
                        case DATAWAY -> "CloudWatch keeps minutes for 15 days";
                        case DATAKIT ->
                                "a DataKit would set minutes older than 110 minutes to now; with"
                                        + " guance.receiver=dataway such gaps are filled";
                    });
        }

        private Window giveUp(Window window, Instant before, String why) {
            Window gone = window.before(before);
            if (!gone.isEmpty()) {
                givenUp.add(new Plan.GivenUp(gone, why));
            }
            return window.since(before);
        }
    }
}
