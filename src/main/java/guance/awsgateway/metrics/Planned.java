package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a target has planned: up to where, and which windows of it are open; to be used under the
 * monitor of its state.
 */
final class Planned {

    /** RecentlyActive looks back three hours, and is approximate. */
    private static final Duration RECENT = Duration.ofMinutes(150);

    private final OpenWindows open = new OpenWindows();
    private Instant watermark;
    private Instant began;
    private Instant swept;

    OpenWindows open() {
        return open;
    }

    /** Up to where the target has planned; null at its first start. */
    Instant watermark() {
        return watermark;
    }

    /** Nothing before is ever read; null at the first start. */
    Instant began() {
        return began;
    }

    /** Up to where all series were or are read, whatever the probe said; null before a sweep. */
    Instant swept() {
        return swept;
    }

    Standing standing() {
        return Standing.of(began, watermark, open.all());
    }

    /**
     * @param known from when on all that was handed over is remembered
     */
    void open(Plan plan, Instant known) {
        if (began == null && !plan.open().isEmpty()) {
            began = plan.open().get(0).window().from();
        }
        long next = open.nextId();
        open.replace(
                plan.open().stream()
                        .map(one -> one.id() < next ? one : remembered(one, known))
                        .toList(),
                plan.nextId());
        watermark = plan.watermark();
        swept = plan.swept();
    }

    /** A new window sees again only minutes of which everything is remembered. */
    private OpenWindow remembered(OpenWindow one, Instant known) {
        Instant begin = known.isBefore(began) ? began : known;
        return one.early().isBefore(begin) ? one.since(begin) : one;
    }

    /** What lies behind the time is planned and read anew. */
    void moveTo(Instant time) {
        List<OpenWindow> before = open.all().stream().map(one -> one.before(time)).toList();
        open.replace(
                before.stream().filter(one -> !one.window().isEmpty()).toList(), open.nextId());
        began = time.isBefore(began) ? time : began;
        watermark = time;
        swept = null;
    }

    /** Takes back what was read from disk. */
    void restore(
            Instant began,
            Instant watermark,
            Instant swept,
            long nextId,
            List<OpenWindow> windows) {
        this.began = began;
        this.watermark = watermark;
        this.swept = swept;
        open.replace(windows, nextId);
    }

    /** Whether what is active now may leave out what was since the last listing. */
    boolean isLongAgo(Optional<Instant> listing) {
        return listing.filter(this::isBeyondRecent).isPresent();
    }

    /** Whether RecentlyActive may leave out series that have data in a window. */
    boolean isOld(Window window) {
        return isBeyondRecent(window.from());
    }

    private boolean isBeyondRecent(Instant time) {
        return time.isBefore(watermark.minus(RECENT));
    }
}
