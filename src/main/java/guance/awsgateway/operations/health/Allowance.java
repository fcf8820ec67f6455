package guance.awsgateway.operations.health;

import guance.awsgateway.metrics.Pace;
import guance.awsgateway.metrics.Schedule;
import guance.awsgateway.operations.Job;
import guance.awsgateway.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** How far the jobs may lie behind: {@code health.max-lag}, or more where they run less often. */
final class Allowance {

    private final Settings settings;
    private final Pace pace;

    Allowance(Settings settings, Pace pace) {
        this.settings = settings;
        this.pace = pace;
    }

    /**
     * One run may fail: twice the interval, which the budget may have stretched, and what a minute
     * waits before it can be read at all.
     */
    Duration of(String targetId, Job job, Instant now) {
        Duration needed =
                switch (job) {
                    case OBJECTS -> interval(settings.objects().cron(), now).multipliedBy(2);
                    case METRICS ->
                            pace.interval(targetId, interval(settings.metrics().cron(), now))
                                    .multipliedBy(2)
                                    .plus(settings.metrics().delay())
                                    .plus(settings.metrics().period());
                };
        return Stream.of(settings.operation().maxLag(), needed)
                .max(Duration::compareTo)
                .orElseThrow();
    }

    /** Of a schedule that never fires twice, none. */
    private static Duration interval(String cron, Instant now) {
        return new Schedule(cron).interval(now).orElse(Duration.ZERO);
    }
}
