package guance.awsgateway.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Goes before or after another clock. */
final class SkewedClock extends Clock {

    private final Clock right;
    private volatile Duration skew = Duration.ZERO;

    SkewedClock(Clock right) {
        this.right = right;
    }

    void skew(Duration by) {
        skew = by;
    }

    @Override
    public Instant instant() {
        return right.instant().plus(skew);
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("only UTC is used");
    }
}
