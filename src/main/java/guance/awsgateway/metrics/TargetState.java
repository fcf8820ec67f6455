package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a target remembers from one run to the next: its watermark, its open windows, the series it
 * knows and the fingerprints of what was handed over.
 *
 * <p>The readers of a run share it: its monitor guards everything in it.
 */
public final class TargetState {

    /** RecentlyActive looks back three hours, and is approximate. */
    private static final Duration RECENT = Duration.ofMinutes(150);

    private final Map<Long, OpenWindow> open = new LinkedHashMap<>();
    private final KnownSeries known = new KnownSeries();
    private final Fingerprints fingerprints;
    private Instant watermark;
    private Instant began;
    private long nextId = 1;

    TargetState(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /** Up to where the target has planned; null at its first start. */
    synchronized Instant watermark() {
        return watermark;
    }

    /** Nothing before is ever read; null at the first start. */
    synchronized Instant began() {
        return began;
    }

    synchronized long nextId() {
        return nextId;
    }

    /** Oldest first. */
    synchronized List<OpenWindow> open() {
        return List.copyOf(open.values());
    }

    synchronized void open(Plan plan) {
        if (began == null && !plan.open().isEmpty()) {
            began = plan.open().get(0).window().from();
        }
        open.clear();
        plan.open().forEach(one -> open.put(one.id(), one.id() < nextId ? one : remembered(one)));
        watermark = plan.watermark();
        nextId = plan.nextId();
    }

    /** A new window sees again only minutes of which everything is remembered. */
    private OpenWindow remembered(OpenWindow one) {
        Instant known = fingerprints.begin(Instant.EPOCH);
        Instant begin = known.isBefore(began) ? began : known;
        return one.early().isBefore(begin) ? one.since(begin) : one;
    }

    private boolean isAskedFor(DimensionSet set, long second) {
        Instant time = Instant.ofEpochSecond(second);
        return open.values().stream().anyMatch(one -> one.asksFor(set, time));
    }

    /** Opens a window to read some series back; it stands behind the others. */
    synchronized void openReadBack(Window window, Instant now, Collection<Series> series) {
        open.put(nextId, new OpenWindow(nextId, window, window.from(), now, Set.copyOf(series)));
        nextId++;
    }

    /** Takes back what was read from disk. */
    synchronized void restore(
            Instant began, Instant watermark, long nextId, List<OpenWindow> windows) {
        this.began = began;
        this.watermark = watermark;
        this.nextId = nextId;
        windows.forEach(one -> open.put(one.id(), one));
    }

    /** To be used under this object's monitor. */
    KnownSeries known() {
        return known;
    }

    /** To be used under this object's monitor. */
    Fingerprints fingerprints() {
        return fingerprints;
    }

    /** Since when a series is read, in seconds since 1970. */
    synchronized long since(Series series) {
        Instant since = known.since(series);
        return since.equals(Instant.MAX) ? Long.MAX_VALUE : since.getEpochSecond();
    }

    /**
     * @return 0 where nothing was handed over
     */
    synchronized long fingerprint(DimensionSet set, long second) {
        return fingerprints.get(set, second);
    }

    /**
     * What is still to be read of a window; nothing of one that is not open.
     *
     * @param id of the window
     */
    synchronized List<Series> remaining(long id, Duration settle) {
        OpenWindow window = open.get(id);
        if (window == null) {
            return List.of();
        }
        Set<Series> all = new LinkedHashSet<>(window.series());
        if (!window.isReadBack()) {
            all.addAll(known.in(window.window(), settle));
            if (isOld(window.window())) {
                all.addAll(known.every());
            }
        }
        all.removeIf(series -> window.done().contains(series.set()));
        return List.copyOf(all);
    }

    /** Whether all that can be known of the series of a window is known. */
    synchronized boolean isListed(Window window) {
        return known.complete() != null && (known.everyAt() != null || !isOld(window));
    }

    /** When every series was listed last, active or not; null before the first time. */
    synchronized Instant everyListedAt() {
        return known.everyAt();
    }

    /** The run of the last whole listing; null before one. */
    synchronized Instant listed() {
        return known.complete();
    }

    /** Whether what is active now may leave out what was since the last listing. */
    synchronized boolean isLongAgo(Instant listing) {
        return listing != null && listing.isBefore(watermark.minus(RECENT));
    }

    /** Whether RecentlyActive may leave out series that have data in a window. */
    synchronized boolean isOld(Window window) {
        return window.from().isBefore(watermark.minus(RECENT));
    }

    /**
     * The other open windows that a call for the whole set reads too, since it starts early.
     *
     * @param id of its own window
     */
    synchronized List<Long> covered(long id, Window asked, Collection<Series> set) {
        List<Long> covered = new ArrayList<>();
        for (OpenWindow one : open.values()) {
            if (one.id() != id
                    && !one.isReadBack()
                    && asked.holds(one.asked())
                    && set.stream()
                            .noneMatch(each -> known.since(each).isAfter(one.window().from()))) {
                covered.add(one.id());
            }
        }
        return covered;
    }

    /** Once more, it changes nothing. */
    synchronized void apply(Commit commit) {
        commit.done().forEach(this::finish);
        if (commit.held() != null) {
            open.computeIfPresent(commit.window(), (id, one) -> one.heldSince(commit.held()));
        }
        for (Commit.Mark mark : commit.marks()) {
            fingerprints.advance(mark.end(fingerprints.period()), this::isAskedFor);
            for (int i = 0; i < mark.values().length; i++) {
                if (mark.values()[i] != 0) {
                    long second = mark.first() + i * fingerprints.period();
                    remember(mark.set(), second, mark.values()[i]);
                }
            }
        }
    }

    private void finish(long id, List<DimensionSet> sets) {
        OpenWindow window = open.get(id);
        if (window != null) {
            window.done().addAll(sets);
            Set<DimensionSet> done = new HashSet<>(sets);
            window.series().stream()
                    .filter(series -> done.contains(series.set()))
                    .filter(series -> !known.since(series).isAfter(window.window().to()))
                    .toList()
                    .forEach(series -> known.since(List.of(series), window.window().from()));
        }
    }

    private void remember(DimensionSet set, long second, long fingerprint) {
        fingerprints.put(set, second, fingerprint);
        if (isAskedFor(set, second)) {
            fingerprints.keep(set, second, fingerprint);
        }
    }

    /** Ends a window of which nothing remains. */
    synchronized void close(long id) {
        open.remove(id);
        fingerprints.retainKept(this::isAskedFor);
    }

    /**
     * From when a call for the newest window asks: gaps of which all is remembered are read along,
     * for points are not billed.
     */
    synchronized Instant earliest(OpenWindow live, Instant settling) {
        Instant known = fingerprints.begin(live.window().to());
        return Stream.concat(
                        Stream.of(settling.isAfter(known) ? settling : known, live.early()),
                        open.values().stream()
                                .filter(one -> !one.isReadBack())
                                .map(OpenWindow::early)
                                .filter(early -> !early.isBefore(known)))
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
