package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;

/** How much time lies between two runs of the metrics of a target. */
public final class Intervals {

    private final Schedule schedule;
    private final Duration lookback;
    private final BiFunction<String, Duration, Duration> stretch;

    /**
     * @param stretch of a target's id and the interval of the schedule makes the interval that the
     *     budget allows, which is not shorter
     */
    public Intervals(MetricSettings settings, BiFunction<String, Duration, Duration> stretch) {
        this.schedule = new Schedule(settings.cron());
        this.lookback = settings.lookback();
        this.stretch = stretch;
    }

    /** By the schedule; {@code metrics.lookback} for one without two firings. */
    Duration scheduled(Instant now) {
        return schedule.interval(now).orElse(lookback);
    }

    /** By the schedule and the budget. */
    Duration interval(String target, Instant now) {
        return stretch.apply(target, scheduled(now));
    }

    boolean isStretched(String target, Instant now) {
        return interval(target, now).compareTo(scheduled(now)) > 0;
    }
}
