package guance.awsgateway.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far the metrics of a target are.
 *
 * @param watermark up to where they are planned; empty before the first run
 * @param openWindows planned and not finished
 * @param handedOver the end of the newest window of which something was handed over, or of which
 *     there was nothing to read; empty before there is one
 */
public record Standing(Optional<Instant> watermark, int openWindows, Optional<Instant> handedOver) {

    /** Of who has none. */
    public static final Standing NONE = new Standing(Optional.empty(), 0, Optional.empty());

    /**
     * @param began before which nothing is read; null, as the watermark, before the first run
     * @param open every open window
     */
    static Standing of(Instant began, Instant watermark, List<OpenWindow> open) {
        if (watermark == null || began == null) {
            return NONE;
        }
        Instant end = watermark;
        Optional<Window> untouched = untouched(end, open);
        while (untouched.isPresent()) {
            end = untouched.get().from();
            untouched = untouched(end, open);
        }
        return new Standing(
                Optional.of(watermark),
                open.size(),
                Optional.of(end).filter(time -> time.isAfter(began)));
    }

    /** A window of all series, of which nothing is done, just before a time. */
    private static Optional<Window> untouched(Instant end, List<OpenWindow> open) {
        return open.stream()
                .filter(one -> !one.isReadBack() && one.done().isEmpty())
                .map(OpenWindow::window)
                .filter(window -> window.from().isBefore(end) && !window.to().isBefore(end))
                .findFirst();
    }
}
