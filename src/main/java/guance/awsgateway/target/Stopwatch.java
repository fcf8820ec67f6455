package guance.awsgateway.target;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;

/**
 * The time by which calls are limited. It runs forward only, so that a wall clock that jumps
 * neither stalls nor floods.
 */
public interface Stopwatch {

    /** Since some moment of its own: only differences mean something. */
    long nanos();

    /**
     * Holds the caller until this many nanoseconds have passed.
     *
     * @throws InterruptedException at once when the thread is
     */
    void sleep(long nanos) throws InterruptedException;

    /** That of the machine. */
    static Stopwatch monotonic() {
        return new Stopwatch() {
            @Override
            public long nanos() {
                return TimeMeter.SYSTEM_NANOTIME.currentTimeNanos();
            }

            @Override
            public void sleep(long nanos) throws InterruptedException {
                BlockingStrategy.PARKING.park(nanos);
            }
        };
    }
}
