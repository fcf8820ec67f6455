package guance.awsgateway.metrics;

import guance.awsgateway.metrics.Reading.Fate;
import guance.awsgateway.metrics.Reading.SetReading;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long a dimension set waits for a metric that CloudWatch does not answer: {@code
 * metrics.patience} since its window was first held, and as long again for a metric that was
 * answered meanwhile, as that one is late and not broken. What was answered is known until the next
 * start only.
 */
final class Patience {

    private final Duration patience;
    private final Map<Waiting, Answered> answered = new ConcurrentHashMap<>();

    private record Waiting(String target, long window, DimensionSet set) {}

    private record Answered(Set<String> metrics, Instant since) {

        static Answered of(SetReading one, Instant now) {
            Set<String> metrics = new HashSet<>(one.metrics());
            metrics.removeAll(one.outstanding());
            return new Answered(Set.copyOf(metrics), now);
        }

        Answered and(Answered later) {
            Set<String> both = new HashSet<>(metrics);
            both.addAll(later.metrics);
            return new Answered(Set.copyOf(both), since);
        }
    }

    /**
     * @param patience {@code metrics.patience}
     */
    Patience(Duration patience) {
        this.patience = patience;
    }

    /** Whether a set still waits for metrics that are outstanding. */
    boolean waits(
            String target,
            PlannedWindow window,
            DimensionSet set,
            Set<String> outstanding,
            Instant now) {
        Instant held = window.held() == null ? now : window.held();
        if (now.isBefore(held.plus(patience))) {
            return true;
        }
        Answered before = answered.get(new Waiting(target, window.id(), set));
        return before != null
                && outstanding.stream().anyMatch(before.metrics()::contains)
                && now.isBefore(held.plus(patience.multipliedBy(2)));
    }

    /** Learns what the sets that wait have had answered; those that wait no more are forgotten. */
    void learn(String target, Reading reading, Instant now) {
        for (SetReading one : reading.sets()) {
            if (one.fate() == Fate.HELD) {
                answered.merge(key(target, reading, one), Answered.of(one, now), Answered::and);
            } else if (!answered.isEmpty()) {
                answered.remove(key(target, reading, one));
            }
        }
        Instant over = now.minus(patience.multipliedBy(2));
        answered.values().removeIf(one -> one.since().isBefore(over));
    }

    private static Waiting key(String target, Reading reading, SetReading one) {
        return new Waiting(target, reading.window().id(), one.set());
    }
}
