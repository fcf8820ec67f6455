package guance.awsgateway.operations;

import guance.awsgateway.metrics.Watermarks;
import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import guance.awsgateway.trouble.Code;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a watermark by hand, by a time that a person wrote, such as {@code 2026-11-24T08:00:00Z}.
 * What is not possible is an {@link IllegalArgumentException}, with what is.
 */
final class WatermarkControl {

    private static final Logger LOG = LoggerFactory.getLogger(WatermarkControl.class);

    private final Targets targets;
    private final Watermarks watermarks;
    private final Runs runs;
    private final MetricSettings settings;

    WatermarkControl(Rooms rooms, Runs runs, MetricSettings settings) {
        this.targets = rooms.targets();
        this.watermarks = rooms.watermarks();
        this.runs = runs;
        this.settings = settings;
    }

    /** What {@link #set} would do, in a sentence to be shown before. */
    String explain(String targetId, Job job, String time) {
        requireMetrics(job);
        return MoveText.of(
                targets.get(targetId), watermarks.plan(targetId, parsed(time)), settings);
    }

    /**
     * Moves the watermark of a target's metrics, and forgets what was handed over from there on:
     * the next run reads it again.
     *
     * @return what was done, as {@link #explain} says it
     * @throws IllegalStateException while a run of the target's metrics goes on
     */
    String set(String targetId, Job job, String time) {
        requireMetrics(job);
        Target target = targets.get(targetId);
        Instant to = parsed(time);
        String done =
                runs.between(
                                targetId,
                                job,
                                () -> MoveText.of(target, watermarks.set(targetId, to), settings))
                        .orElseThrow(() -> new IllegalStateException(goingOn(target)));
        LOG.warn(Code.DONE_BY_HAND.marker(), "{} (by hand)", done);
        return done;
    }

    private static String goingOn(Target target) {
        return "metrics %s: a run goes on; set the watermark after its end, or suspend the job before"
                .formatted(target.text());
    }

    private static void requireMetrics(Job job) {
        if (job != Job.METRICS) {
            throw new IllegalArgumentException("the metrics job alone has a watermark");
        }
    }

    private static Instant parsed(String time) {
        try {
            return Instant.parse(time);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "%s is no time such as 2026-11-24T08:00:00Z".formatted(time), e);
        }
    }
}
