package guance.awsgateway.target;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Holds callers to an allowance. They wait in the order in which they came, each on its own and
 * without a lock. While AWS throttles, everything costs more.
 */
final class Limit {

    /** The bucket counts in whole numbers, and an allowance may be a quarter of a call. */
    private static final int PARTS = 1000;

    private final Stopwatch stopwatch;
    private final Bucket bucket;
    private final AtomicReference<Slowdown> slowdown = new AtomicReference<>(Slowdown.NONE);

    Limit(Allowance allowance, Stopwatch stopwatch) {
        this.stopwatch = stopwatch;
        this.bucket =
                Bucket.builder()
                        .addLimit(
                                limit ->
                                        limit.capacity(Math.round(allowance.burst() * PARTS))
                                                .refillGreedy(
                                                        Math.round(allowance.perSecond() * PARTS),
                                                        Duration.ofSeconds(1)))
                        .withCustomTimePrecision(meter(stopwatch))
                        .build();
    }

    private static TimeMeter meter(Stopwatch stopwatch) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return stopwatch.nanos();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    /**
     * Waits for its turn. More than the burst is possible: it waits for all of it.
     *
     * @param amount calls or datapoints
     * @throws InterruptedException at once when the thread is; its turn is lost then
     */
    void take(long amount) throws InterruptedException {
        bucket.asBlocking().consume(parts(amount), stopwatch::sleep);
    }

    /** For what cannot wait: who comes next waits longer instead. */
    void charge(long amount) {
        bucket.consumeIgnoringRateLimits(parts(amount));
    }

    private long parts(long amount) {
        double factor = slowdown.get().factor(stopwatch.nanos());
        return Math.max(1, Math.round(amount * PARTS * factor));
    }

    /**
     * Slows down.
     *
     * @return whether it had been as fast as allowed
     */
    boolean throttled() {
        long now = stopwatch.nanos();
        return slowdown.getAndUpdate(before -> before.throttled(now)).factor(now) == 1;
    }
}
