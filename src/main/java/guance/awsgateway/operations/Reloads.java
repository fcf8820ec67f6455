package guance.awsgateway.operations;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What became of the last edit of the routes or the settings. */
public final class Reloads {

    private final Clock clock;
    private volatile Reload last;

    public Reloads(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param reason null where it was taken
     */
    public void tell(String edited, String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        last = new Reload(now, edited, reason == null, reason);
    }

    /** Empty where nothing was edited since the start. */
    public Optional<Reload> last() {
        return Optional.ofNullable(last);
    }

    /**
     * An edit.
     *
     * @param edited such as {@code routes/post.camel.yaml}
     * @param taken whether it runs; else what ran before still does
     * @param reason why it was not; null where it was
     */
    public record Reload(Instant when, String edited, boolean taken, String reason) {

        /** In one line. */
        @Override
        public String toString() {
            return "%s: %s %s".formatted(when, edited, taken ? "taken" : "refused: " + reason);
        }
    }
}
