package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a run makes of the windows of a target.
 *
 * @param watermark up to where the target has planned now
 * @param settled up to where windows may be read now
 * @param open every window that is open now, oldest first
 * @param nextId the id of the next window to open
 * @param givenUp what will never be read, oldest first
 * @param swept up to where all series were or are read whatever the probe says; null without a
 *     probe
 * @param probed the id of the window of which quiet APIs are left out; 0 for none
 */
public record Plan(
        Instant watermark,
        Instant settled,
        List<OpenWindow> open,
        long nextId,
        List<GivenUp> givenUp,
        Instant swept,
        long probed) {

    public Plan {
        open = List.copyOf(open);
        givenUp = List.copyOf(givenUp);
    }

    /** No window ends before it, so none may be read. */
    private static final Instant NEVER = Instant.MIN;

    /** Minutes that are not read, and why in words that go behind "given up: ". */
    public record GivenUp(Window window, String why) {

        @Override
        public String toString() {
            return window + " is given up: " + why;
        }
    }

    /** Whether so much has settled since a watermark; at a first start, whether anything has. */
    boolean hasSettled(Instant before, Duration length) {
        return before == null || !before.plus(length).isAfter(settled);
    }

    /** It with nothing to read. */
    Plan nothing() {
        return new Plan(watermark, NEVER, open, nextId, List.of(), swept, 0);
    }

    /** The windows that may be read now, of those that are open. */
    List<OpenWindow> due(List<OpenWindow> open) {
        return open.stream().filter(one -> !one.window().to().isAfter(settled)).toList();
    }

    /** Whether there is nothing to read. */
    public boolean isEmpty() {
        return due(open).isEmpty();
    }

    /** The newest window of all series that may be read now: the live one, where there is one. */
    Optional<Window> newest() {
        return due(open).stream()
                .filter(one -> !one.isReadBack())
                .map(OpenWindow::window)
                .max(Comparator.comparing(Window::from));
    }
}
