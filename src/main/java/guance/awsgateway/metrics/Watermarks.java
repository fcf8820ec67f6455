package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import java.time.Instant;
import java.util.function.Function;

/** Moves watermarks by hand: back, to read minutes again, or forward, to leave some out. */
public final class Watermarks {

    private final TargetStates states;
    private final MetricSettings settings;
    private final Planner planner;
    private final Function<String, Instant> awsNow;

    /**
     * @param awsNow the time for a target's id: AWS's, where this machine's clock is ahead
     */
    public Watermarks(
            TargetStates states,
            MetricSettings settings,
            Planner planner,
            Function<String, Instant> awsNow) {
        this.states = states;
        this.settings = settings;
        this.planner = planner;
        this.awsNow = awsNow;
    }

    /**
     * What a move would be.
     *
     * @param to down to a period boundary it becomes the watermark
     * @throws IllegalArgumentException where it may not, with what may
     */
    public Move plan(String target, Instant to) {
        states.refresh(target);
        Instant before = states.of(target).watermark();
        if (before == null) {
            throw new IllegalArgumentException(
                    "the metrics have not run yet, so there is no watermark; metrics.lookback says"
                            + " where the first run begins");
        }
        Instant now = awsNow.apply(target);
        Instant latest = planner.settled(now);
        Instant filled = planner.align(latest.minus(settings.backfill()));
        Instant oldest = planner.oldest(now);
        Instant earliest = oldest.isAfter(filled) ? oldest : filled;
        Instant time = planner.align(to);
        if (time.isBefore(earliest) || time.isAfter(latest)) {
            throw new IllegalArgumentException(
                    "the watermark can be set from %s (metrics.backfill, and what CloudWatch has and"
                                    .formatted(earliest)
                            + " the receiver takes) to %s (metrics.delay), not to %s"
                                    .formatted(latest, time));
        }
        return new Move(before, time);
    }

    /**
     * Moves it, on disk too; no run of the target's metrics may go on.
     *
     * @throws IllegalArgumentException as {@link #plan}
     * @throws RuntimeException where the disk refuses: then it is moved in memory alone
     */
    public Move set(String target, Instant to) {
        Move move = plan(target, to);
        states.of(target).moveTo(move.to());
        states.save(target);
        return move;
    }

    /** From one watermark to another. */
    public record Move(Instant from, Instant to) {}
}
