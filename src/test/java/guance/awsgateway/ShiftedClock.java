package guance.awsgateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Runs on as another clock does, so far ahead of it as it was moved. */
public final class ShiftedClock extends Clock {

    private final Clock clock;
    private final AtomicLong ahead = new AtomicLong();

    public ShiftedClock(Clock clock) {
        this.clock = clock;
    }

    public void move(Duration on) {
        ahead.addAndGet(on.toMillis());
    }

    @Override
    public Instant instant() {
        return clock.instant().plusMillis(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("it tells instants only");
    }
}
