package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** When a run is: as scheduled, so that windows are of one length, unless AWS knows better. */
final class RunTime {

    /** A timer may fire so much before the second that it is for. */
    private static final Duration EARLY = Duration.ofSeconds(1);

    private final Intervals intervals;
    private final Function<String, Instant> awsNow;

    /**
     * @param awsNow the time for a target's id: AWS's, where this machine's clock is ahead
     */
    RunTime(Intervals intervals, Function<String, Instant> awsNow) {
        this.intervals = intervals;
        this.awsNow = awsNow;
    }

    /** Now, where the schedule says a time that has not come yet, or is more than one run ago. */
    Instant of(String target, Instant scheduled) {
        Instant now = awsNow.apply(target);
        Instant earliest = now.minus(intervals.scheduled(now));
        boolean near = scheduled.isAfter(earliest) && scheduled.isBefore(now.plus(EARLY));
        return near ? scheduled : now;
    }
}
