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

    /** Up to where everything has settled, on a period boundary. */
    Instant settled() {
        return alignDown(clock.instant().minus(delay));
    }

    Instant alignDown(Instant time) {
        long seconds = Math.floorDiv(time.getEpochSecond(), period.toSeconds());
        return Instant.ofEpochSecond(seconds * period.toSeconds());
    }

    Instant alignUp(Instant time) {
        Instant down = alignDown(time);
        return down.equals(time) ? down : down.plus(period);
    }
}
