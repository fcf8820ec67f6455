package guance.awsgateway.operations;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/** Keeps the schedules of the targets apart, so that not all call at the same second. */
public final class Offsets implements AutoCloseable {

    private final Duration jitter;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param jitter the longest offset, at most a day
     */
    public Offsets(Duration jitter, Clock clock) {
        this.jitter = jitter;
        this.clock = clock;
    }

    /**
     * Returns once the target's offset has passed since its schedule fired, or at the stop.
     *
     * @param scheduled the header {@code scheduledFireTime} of quartz
     */
    public void await(String targetId, Date scheduled) throws InterruptedException {
        Duration left = left(of(targetId, jitter), scheduled.toInstant(), clock.instant());
        closed.await(left.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The same at every start, and spread evenly over the targets; from 0 to the jitter. */
    static Duration of(String targetId, Duration jitter) {
        CRC32 hash = new CRC32();
        hash.update(targetId.getBytes(StandardCharsets.UTF_8));
        return Duration.ofMillis(hash.getValue() * jitter.toMillis() >>> Integer.SIZE);
    }

    /** Nothing where the firing comes late; the whole offset where a clock has jumped back. */
    static Duration left(Duration offset, Instant scheduled, Instant now) {
        Duration left = Duration.between(now, scheduled.plus(offset));
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(offset) > 0 ? offset : left;
    }

    /** Whether nobody is to wait any more, as the collector stops. */
    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Lets go whoever waits, now and later. */
    @Override
    public void close() {
        closed.countDown();
    }
}
