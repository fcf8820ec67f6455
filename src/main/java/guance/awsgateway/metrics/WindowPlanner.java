package guance.awsgateway.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Decides what a target may read now.
 *
 * <p>GetMetricData rounds StartTime down to the period and includes it, so an unaligned window
 * would read its first minute twice. Source: GetMetricData API reference, StartTime.
 *
 * @param period a multiple of 60 s
 * @param delay how long a minute is left to settle
 */
public record WindowPlanner(Duration period, Duration delay, Clock clock) {

    /**
     * @param watermark up to where the target has planned, on a period boundary
     * @return what has settled since, oldest first; empty while nothing has
     */
    public List<Window> due(Instant watermark) {
        Instant settled = settled();
        return watermark.isBefore(settled) ? List.of(new Window(watermark, settled)) : List.of();
    }

    /**
     * What has settled since the schedule fired last, so that runs in a row leave no gap and read
     * nothing twice.
     *
     * @param interval from one firing of the schedule to the next
     */
    public List<Window> latest(Duration interval) {
        return due(alignDown(clock.instant().minus(interval).minus(delay)));
    }

    private Instant settled() {
        return alignDown(clock.instant().minus(delay));
    }

    private Instant alignDown(Instant time) {
        long seconds = Math.floorDiv(time.getEpochSecond(), period.toSeconds());
        return Instant.ofEpochSecond(seconds * period.toSeconds());
    }
}
