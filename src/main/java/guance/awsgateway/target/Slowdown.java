package guance.awsgateway.target;

import java.time.Duration;

/**
 * How much slower than allowed we go because AWS throttled: twice as slow by each throttle, and
 * faster again as time passes, twice as fast every 30 s.
 *
 * @param factor at that time, from 1 (as fast as allowed)
 * @param at nanoseconds of a {@link Stopwatch}
 */
record Slowdown(double factor, long at) {

    static final Slowdown NONE = new Slowdown(1, 0);

    private static final double MOST = 16;
    private static final double RECOVERY_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long SAME_NANOS = Duration.ofSeconds(1).toNanos();

    /**
     * @return what remains of it, at least 1
     */
    double factor(long now) {
        return factor == 1 ? 1 : Math.max(1, factor * Math.pow(0.5, (now - at) / RECOVERY_NANOS));
    }

    /**
     * Calls under way together are throttled together: what follows within a second is the same.
     */
    Slowdown throttled(long now) {
        return factor > 1 && now - at < SAME_NANOS
                ? this
                : new Slowdown(Math.min(MOST, 2 * factor(now)), now);
    }
}
