package guance.awsgateway.standin;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * Something that goes wrong on demand, for every call unless narrowed.
 *
 * @param delay of SLOW
 * @param times how many calls it hits
 */
public record AwsFault(Effect effect, Duration delay, Predicate<AwsCall> hits, int times) {

    /**
     * SLOW waits, then answers; HANG waits until the fault is removed; CUT closes the connection;
     * MESSAGE answers, with a message that the answer is not whole.
     */
    public enum Effect {
        THROTTLE,
        DENY,
        INTERNAL,
        SLOW,
        HANG,
        CUT,
        MESSAGE
    }

    /** What every operation is called here. */
    public static final String ANY = "*";

    public static AwsFault throttle(String operation) {
        return of(Effect.THROTTLE, operation);
    }

    public static AwsFault deny(String operation) {
        return of(Effect.DENY, operation);
    }

    /** Status 500. */
    public static AwsFault internal(String operation) {
        return of(Effect.INTERNAL, operation);
    }

    public static AwsFault slow(String operation, Duration delay) {
        return new AwsFault(Effect.SLOW, delay, named(operation), Integer.MAX_VALUE);
    }

    public static AwsFault hang(String operation) {
        return of(Effect.HANG, operation);
    }

    public static AwsFault cut(String operation) {
        return of(Effect.CUT, operation);
    }

    /** In the member Messages, as when more metrics are asked for than CloudWatch may answer. */
    public static AwsFault message() {
        return of(Effect.MESSAGE, "GetMetricData");
    }

    private static AwsFault of(Effect effect, String operation) {
        return new AwsFault(effect, Duration.ZERO, named(operation), Integer.MAX_VALUE);
    }

    private static Predicate<AwsCall> named(String operation) {
        return call -> operation.equals(ANY) || operation.equals(call.operation());
    }

    public AwsFault service(String scope) {
        return when(call -> call.service().equals(scope));
    }

    /**
     * @param account its name
     */
    public AwsFault of(String account) {
        return when(call -> call.account().equals(account));
    }

    public AwsFault in(String region) {
        return when(call -> call.region().equals(region));
    }

    /** Asked once a call that everything else fits, so a seeded random choice is possible. */
    public AwsFault when(Predicate<AwsCall> also) {
        return new AwsFault(effect, delay, hits.and(also), times);
    }

    public AwsFault times(int count) {
        return new AwsFault(effect, delay, hits, count);
    }
}
