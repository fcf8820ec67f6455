package guance.awsgateway;

import guance.awsgateway.target.Stopwatch;
import java.time.Duration;

/** Stands still until it is moved or somebody waits by it, who does not wait in truth. */
public final class TestStopwatch implements Stopwatch {

    private long nanos;
    private TestClock clock = new TestClock("2026-11-24T12:00:00Z");

    /** From now on. */
    public synchronized void takeAlong(TestClock other) {
        clock = other;
    }

    public synchronized void advance(Duration time) {
        nanos += time.toNanos();
        clock.advance(time);
    }

    /** Since the start. */
    public Duration elapsed() {
        return Duration.ofNanos(nanos());
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public void sleep(long time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        moveTo(nanos() + time);
    }

    /** Those who wait at the same time wait side by side. */
    private synchronized void moveTo(long then) {
        if (then > nanos) {
            advance(Duration.ofNanos(then - nanos));
        }
    }
}
