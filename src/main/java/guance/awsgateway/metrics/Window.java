package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;

/** The minutes from {@code from} up to, but without, {@code to}; both on a period boundary. */
public record Window(Instant from, Instant to) {

    Duration length() {
        return Duration.between(from, to);
    }

    @Override
    public String toString() {
        return "[" + from + ", " + to + ")";
    }
}
