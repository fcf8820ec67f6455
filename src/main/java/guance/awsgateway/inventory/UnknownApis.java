package guance.awsgateway.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * APIs of a target that series name and that a good listing did not have: deleted ones mostly,
 * which CloudWatch names for two weeks. Listing again at every discovery would ask for nothing.
 */
final class UnknownApis {

    /** The objects job lists meanwhile anyway. */
    private static final Duration ASKED_AGAIN = Duration.ofHours(1);

    private final Map<String, Instant> answered = new ConcurrentHashMap<>();

    /** Whether one of them is worth a listing. */
    boolean isAnyNew(Collection<String> unknown, Instant now) {
        return unknown.stream()
                .map(name -> answered.getOrDefault(name, Instant.MIN))
                .anyMatch(time -> !isRecent(time, now));
    }

    /** A listing that succeeded did not have these. */
    void stay(Collection<String> unknown, Instant now) {
        answered.values().removeIf(time -> !isRecent(time, now));
        unknown.forEach(name -> answered.put(name, now));
    }

    private static boolean isRecent(Instant time, Instant now) {
        return Age.isWithin(ASKED_AGAIN, time, now);
    }
}
