package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The minutes from {@code from} up to, but without, {@code to}; both on a period boundary. */
public record Window(Instant from, Instant to) {

    Duration length() {
        return Duration.between(from, to);
    }

    boolean isEmpty() {
        return !from.isBefore(to);
    }

    boolean has(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    boolean holds(Window other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    /** What lies before a time; empty where nothing does. */
    Window before(Instant time) {
        return new Window(from, to.isBefore(time) ? to : time);
    }

    /** What lies at a time and after it; empty where nothing does. */
    Window since(Instant time) {
        return new Window(from.isAfter(time) ? from : time, to);
    }

    /** What another window does not hold, oldest first: none, one or two. */
    List<Window> without(Window other) {
        List<Window> rest = new ArrayList<>();
        for (Window part : List.of(before(other.from), since(other.to))) {
            if (!part.isEmpty()) {
                rest.add(part);
            }
        }
        return rest;
    }

    /** Cut from its end into windows of at most this length, oldest first. */
    List<Window> cut(Duration length) {
        List<Window> parts = new ArrayList<>();
        for (Instant to = this.to; from.isBefore(to); to = to.minus(length)) {
            Instant start = to.minus(length);
            parts.add(0, new Window(start.isBefore(from) ? from : start, to));
        }
        return parts;
    }

    @Override
    public String toString() {
        return "[" + from + ", " + to + ")";
    }
}
