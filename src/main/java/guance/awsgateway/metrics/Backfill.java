package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How far the gaps of a target are filled, oldest first.
 *
 * @param target its id
 * @param from the first minute that is open
 * @param to behind the last minute that is open
 * @param done the part, from 0 to 1, of what was open when this process first found a gap, or later
 *     at most
 * @param left windows that are open
 * @param end when it is done at the pace so far; empty before there is one
 */
public record Backfill(
        String target, Instant from, Instant to, double done, int left, Optional<Instant> end) {

    /**
     * At the pace so far, pauses between runs included.
     *
     * @return empty while nothing is done
     */
    static Optional<Instant> end(Instant began, Instant now, double done) {
        if (done <= 0) {
            return Optional.empty();
        }
        double seconds = Duration.between(began, now).toMillis() / 1000.0;
        return Optional.of(now.plusSeconds(Math.round(seconds * (1 - done) / done)));
    }

    /** One line for people. */
    String text() {
        return "gaps in [%s, %s) are being filled: %s%% done, %s %s left%s"
                .formatted(
                        from,
                        to,
                        String.format(Locale.ROOT, "%.0f", Math.floor(done * 100)),
                        left,
                        left == 1 ? "window" : "windows",
                        end.map(time -> ", until about " + time).orElse(""));
    }
}
