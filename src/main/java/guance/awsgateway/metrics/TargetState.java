package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a target remembers from one run to the next: what it has planned, the series it knows and
 * the fingerprints of what was handed over.
 *
 * <p>The readers of a run share it: its monitor guards everything in it.
 */
public final class TargetState {

    private final Planned planned = new Planned();
    private final KnownSeries known = new KnownSeries();
    private final OwedSeries owed = new OwedSeries(planned, known);
    private final Fingerprints fingerprints;
    private long generation;

    TargetState(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /** Up to where the target has planned; null at its first start. */
    synchronized Instant watermark() {
        return planned.watermark();
    }

    /** Nothing before is ever read; null at the first start. */
    synchronized Instant began() {
        return planned.began();
    }

    /** Up to where all series were or are read, whatever the probe said; null before a sweep. */
    synchronized Instant swept() {
        return planned.swept();
    }

    /** How often it was written. */
    synchronized long generation() {
        return generation;
    }

    /** It is about to be written once more. */
    synchronized void nextGeneration() {
        generation++;
    }

    /** Takes back under what it was written. */
    synchronized void restore(long generation) {
        this.generation = generation;
    }

    synchronized long nextId() {
        return planned.open().nextId();
    }

    /** Oldest first. */
    synchronized List<OpenWindow> open() {
        return planned.open().all();
    }

    synchronized Standing standing() {
        return planned.standing();
    }

    /** To be used under this object's monitor. */
    Planned planned() {
        return planned;
    }

    /** To be used under this object's monitor. */
    KnownSeries known() {
        return known;
    }

    /** To be used under this object's monitor. */
    Fingerprints fingerprints() {
        return fingerprints;
    }

    synchronized void open(Plan plan) {
        planned.open(plan, fingerprints.begin(Instant.EPOCH));
    }

    /** Opens a window to read some series back; it stands behind the others. */
    synchronized void openReadBack(Window window, Instant now, Collection<Series> series) {
        planned.open().readBack(window, now, series);
    }

    /**
     * Moves the watermark: what lies behind it is planned, read and handed over anew, as though it
     * had never been.
     */
    synchronized void moveTo(Instant time) {
        planned.moveTo(time);
        fingerprints.forgetFrom(time.getEpochSecond());
    }

    /** Once more, it changes nothing. */
    synchronized void apply(Commit commit) {
        planned.open().apply(commit);
        commit.marks().forEach(mark -> fingerprints.apply(mark, this::isNeeded));
    }

    /** Ends a window of which nothing remains. */
    synchronized void close(long id) {
        planned.open().close(id);
        fingerprints.retainKept(this::isNeeded);
    }

    /** Whether what was handed over of a period may be read again. */
    private boolean isNeeded(DimensionSet set, long second) {
        Instant begin = Instant.ofEpochSecond(second);
        return owed.mayBeReadAgain(set, begin, begin.plusSeconds(fingerprints.period()));
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
        return planned.open().owe(set, Instant.ofEpochSecond(second));
    }

    /** Whether another window of all series that a call reads along still waits for a set. */
    synchronized boolean isAwaited(DimensionSet set, PlannedWindow window) {
        return planned.open().await(set, window);
    }

    /**
     * What is still to be read of a window; nothing of one that is not open.
     *
     * @param id of the window
     */
    synchronized List<Series> remaining(long id, Duration settle) {
        return owed.of(id, settle);
    }

    /** Whether all that can be known of the series of a window is known. */
    synchronized boolean isListed(Window window) {
        return owed.areListed(window);
    }

    /** As {@link OwedSeries#covered}. */
    synchronized List<Long> covered(
            long id, Window asked, DimensionSet set, Set<String> metrics, Duration settle) {
        return owed.covered(id, asked, set, metrics, settle);
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
        return planned.isLongAgo(listing);
    }

    /** Whether RecentlyActive may leave out series that have data in a window. */
    synchronized boolean isOld(Window window) {
        return planned.isOld(window);
    }

    /**
     * From when a call for the newest window asks: gaps of which all is remembered are read along,
     * for points are not billed.
     */
    synchronized Instant earliest(OpenWindow live, Instant settling) {
        Instant begin = fingerprints.begin(live.window().to());
        return Stream.concat(
                        Stream.of(settling.isAfter(begin) ? settling : begin, live.early()),
                        planned.open()
                                .ofAllSeries()
                                .map(OpenWindow::early)
                                .filter(early -> !early.isBefore(begin)))
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
