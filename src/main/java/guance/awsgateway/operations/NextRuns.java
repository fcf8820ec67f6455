package guance.awsgateway.operations;

import guance.awsgateway.metrics.Pace;
import guance.awsgateway.metrics.Schedule;
import guance.awsgateway.settings.MetricSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * When a job is going to run next: by its schedule, its target's offset, and the budget.
 *
 * @param schedules of every job
 * @param jitter of the offsets
 */
record NextRuns(Map<Job, Schedule> schedules, MetricSettings settings, Pace pace, Duration jitter) {

    /**
     * @param watermark of the metrics; a stretched interval counts from it
     * @return empty for a schedule that fires no more
     */
    Optional<Instant> after(Instant now, String targetId, Job job, Optional<Instant> watermark) {
        Schedule schedule = schedules.get(job);
        Duration offset = Offsets.of(targetId, jitter);
        Instant earliest = now.minus(offset);
        Optional<Instant> paced =
                job == Job.METRICS
                        ? watermark.flatMap(from -> paced(schedule, now, targetId, from))
                        : Optional.empty();
        return schedule.after(paced.filter(earliest::isBefore).orElse(earliest))
                .map(firing -> firing.plus(offset));
    }

    /**
     * From one run to the next, as the schedule and the budget have it.
     *
     * @return empty for a schedule that does not fire twice
     */
    Optional<Duration> interval(Instant now, String targetId, Job job) {
        Optional<Duration> scheduled = schedules.get(job).interval(now);
        return job == Job.METRICS
                ? scheduled.map(time -> pace.interval(targetId, time))
                : scheduled;
    }

    /** The firings up to it read nothing, as what the budget allows has not settled. */
    private Optional<Instant> paced(
            Schedule schedule, Instant now, String targetId, Instant watermark) {
        Duration scheduled = schedule.interval(now).orElse(settings.lookback());
        Duration interval = pace.interval(targetId, scheduled);
        return interval.compareTo(scheduled) > 0
                ? Optional.of(watermark.plus(interval).plus(settings.delay()).minusMillis(1))
                : Optional.empty();
    }
}
