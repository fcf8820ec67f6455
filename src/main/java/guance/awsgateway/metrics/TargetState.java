package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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

    private final OpenWindows open = new OpenWindows();
    private final KnownSeries known = new KnownSeries();
    private final Fingerprints fingerprints;
    private Instant watermark;
    private long generation;
    private Instant began;
    private Instant swept;
    private String shaped;

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

    /** Up to where all series were or are read, whatever the probe said; null before a sweep. */
    synchronized Instant swept() {
        return swept;
    }

    /** Takes back what was read from disk. */
    synchronized void restoreSwept(Instant time) {
        swept = time;
    }

    /** How often it was written. */
    synchronized long generation() {
        return generation;
    }

    /** It is about to be written once more. */
    synchronized void nextGeneration() {
        generation++;
    }

    synchronized long nextId() {
        return open.nextId();
    }

    /** Oldest first. */
    synchronized List<OpenWindow> open() {
        return open.all();
    }

    synchronized Standing standing() {
        return Standing.of(began, watermark, open());
    }

    /**
     * Moves the watermark: what lies behind it is planned, read and handed over anew, as though it
     * had never been.
     */
    synchronized void moveTo(Instant time) {
        List<OpenWindow> before = open().stream().map(one -> one.before(time)).toList();
        open.replace(
                before.stream().filter(one -> !one.window().isEmpty()).toList(), open.nextId());
        fingerprints.forgetFrom(time.getEpochSecond());
        began = time.isBefore(began) ? time : began;
        watermark = time;
        swept = null;
    }

    synchronized void open(Plan plan) {
        if (began == null && !plan.open().isEmpty()) {
            began = plan.open().get(0).window().from();
        }
        long next = open.nextId();
        open.replace(
                plan.open().stream().map(one -> one.id() < next ? one : remembered(one)).toList(),
                plan.nextId());
        watermark = plan.watermark();
        swept = plan.swept();
    }

    /** A new window sees again only minutes of which everything is remembered. */
    private OpenWindow remembered(OpenWindow one) {
        Instant known = fingerprints.begin(Instant.EPOCH);
        Instant begin = known.isBefore(began) ? began : known;
        return one.early().isBefore(begin) ? one.since(begin) : one;
    }

    /** Whether what was handed over of a period may be read again. */
    private boolean isNeeded(DimensionSet set, long second) {
        Instant time = Instant.ofEpochSecond(second);
        return open.askFor(set, time)
                || known.mayBeReadBack(set, time.plusSeconds(fingerprints.period()));
    }

    /** Opens a window to read some series back; it stands behind the others. */
    synchronized void openReadBack(Window window, Instant now, Collection<Series> series) {
        open.readBack(window, now, series);
    }

    /** Of what was read from disk; null where nothing was. */
    synchronized void wasShaped(String shape) {
        shaped = shape;
    }

    /** Once all is read that was written. */
    synchronized void compareOwnShapeOnly() {
        if (shaped != null && !shaped.equals(fingerprints.shape())) {
            fingerprints.compareNone();
        }
    }

    /** Takes back what was read from disk. */
    synchronized void restore(
            Instant began, Instant watermark, long nextId, List<OpenWindow> windows) {
        this.began = began;
        this.watermark = watermark;
        open.replace(windows, nextId);
    }

    /** Takes back under what it was written. */
    synchronized void restore(long generation) {
        this.generation = generation;
    }

    /** To be used under this object's monitor. */
    KnownSeries known() {
        return known;
    }

    /** To be used under this object's monitor. */
    Fingerprints fingerprints() {
        return fingerprints;
    }

    /** What was handed over of a set at a second since 1970; never null. */
    synchronized Handed handed(DimensionSet set, long second) {
        return fingerprints.get(set, second);
    }

    /** Whether anything was handed over of a set in some minutes, as far as is remembered. */
    synchronized boolean hasHanded(DimensionSet set, Window span) {
        return fingerprints.hasAny(set, span.from().getEpochSecond(), span.to().getEpochSecond());
    }

    /** Whether an open window is to bring what a set has at a second since 1970. */
    synchronized boolean isOwed(DimensionSet set, long second) {
        Instant time = Instant.ofEpochSecond(second);
        return open.all().stream().anyMatch(one -> one.owes(set, time));
    }

    /** Whether another window of all series that a call reads along still waits for a set. */
    synchronized boolean isAwaited(DimensionSet set, PlannedWindow window) {
        return open.within(window.asked(), window.id()).anyMatch(one -> !one.done().contains(set));
    }

    /**
     * What is still to be read of a window; nothing of one that is not open.
     *
     * @param id of the window
     */
    synchronized List<Series> remaining(long id, Duration settle) {
        return open.get(id).map(window -> remaining(window, settle)).orElse(List.of());
    }

    private List<Series> remaining(OpenWindow window, Duration settle) {
        Set<Series> all = new LinkedHashSet<>(window.series());
        if (!window.isReadBack()) {
            all.addAll(known.in(window.window(), settle));
            if (isOld(window.window())) {
                all.addAll(known.full());
            }
        }
        all.removeIf(series -> window.done().contains(series.set()));
        return List.copyOf(all);
    }

    /** Of one set and a window of all series; asked for each set, so all others are left alone. */
    private Set<String> remaining(OpenWindow window, DimensionSet set, Duration settle) {
        if (window.done().contains(set)) {
            return Set.of();
        }
        Set<String> metrics = known.in(window.window(), settle, set);
        if (isOld(window.window())) {
            metrics.addAll(known.full(set));
        }
        return metrics;
    }

    /** Whether all that can be known of the series of a window is known. */
    synchronized boolean isListed(Window window) {
        return known.recentAt().isPresent() && (known.fullAt().isPresent() || !isOld(window));
    }

    /** When every series was listed last, active or not; empty before the first time. */
    synchronized Optional<Instant> fullAt() {
        return known.fullAt();
    }

    /** The run of the last whole listing of what is active; empty before one. */
    synchronized Optional<Instant> recentAt() {
        return known.recentAt();
    }

    /** Whether what is active now may leave out what was since the last listing. */
    synchronized boolean isLongAgo(Optional<Instant> listing) {
        return listing.filter(at -> at.isBefore(watermark.minus(RECENT))).isPresent();
    }

    /** Whether RecentlyActive may leave out series that have data in a window. */
    synchronized boolean isOld(Window window) {
        return window.from().isBefore(watermark.minus(RECENT));
    }

    /**
     * The other open windows that a call which starts early reads too.
     *
     * @param id of its own window
     * @param metrics those of the set that it reads
     */
    synchronized List<Long> covered(
            long id, Window asked, DimensionSet set, Set<String> metrics, Duration settle) {
        return open.within(asked, id)
                .filter(one -> isListed(one.window()))
                .filter(one -> metrics.containsAll(remaining(one, set, settle)))
                .map(OpenWindow::id)
                .toList();
    }

    /** Once more, it changes nothing. */
    synchronized void apply(Commit commit) {
        open.apply(commit);
        for (Commit.Mark mark : commit.marks()) {
            fingerprints.advance(mark.end(fingerprints.period()), this::isNeeded);
            for (int place = 0; place < mark.values().length; place++) {
                if (mark.values()[place] != 0) {
                    remember(mark, place);
                }
            }
        }
    }

    private void remember(Commit.Mark mark, int place) {
        DimensionSet set = mark.set();
        long second = mark.first() + place * fingerprints.period();
        Handed handed = fingerprints.get(set, second).then(mark.values()[place], mark.metrics());
        fingerprints.put(set, second, handed);
        if (isNeeded(set, second)) {
            fingerprints.keep(set, second, handed);
        }
    }

    /** Ends a window of which nothing remains. */
    synchronized void close(long id) {
        open.close(id);
        fingerprints.retainKept(this::isNeeded);
    }

    /**
     * From when a call for the newest window asks: gaps of which all is remembered are read along,
     * for points are not billed.
     */
    synchronized Instant earliest(OpenWindow live, Instant settling) {
        Instant known = fingerprints.begin(live.window().to());
        return Stream.concat(
                        Stream.of(settling.isAfter(known) ? settling : known, live.early()),
                        open.ofAllSeries()
                                .map(OpenWindow::early)
                                .filter(early -> !early.isBefore(known)))
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
