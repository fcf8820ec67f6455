package guance.awsgateway.operations;

import guance.awsgateway.metrics.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Knows which jobs have to run when the routes start, as their last run is too long ago: at the
 * start of the process, and where a schedule fired while the routes were replaced.
 */
public final class LastRuns {

    private final Map<Job, Schedule> schedules;
    private final RunRecords records;
    private final BiPredicate<String, Job> suspended;
    private final Nodes nodes;
    private final Clock clock;

    /**
     * @param schedules of every job
     * @param suspended whether somebody wants a target's job not to run by itself
     */
    public LastRuns(
            Map<Job, Schedule> schedules,
            RunRecords records,
            BiPredicate<String, Job> suspended,
            Nodes nodes,
            Clock clock) {
        this.suspended = suspended;
        this.nodes = nodes;
        this.schedules = Map.copyOf(schedules);
        this.records = records;
        this.clock = clock;
    }

    /**
     * Whether an interval of the schedule has passed since, as one step of YAML asks; not while
     * another node runs it.
     */
    public boolean isDue(String targetId, Job job) {
        Optional<Nodes.Seen> seen = nodes.seen(new RunKey(targetId, job));
        Instant last =
                Stream.of(records.last(targetId, job), seen.flatMap(Nodes.Seen::lastRun))
                        .flatMap(Optional::stream)
                        .map(RunRecord::scheduled)
                        .max(Instant::compareTo)
                        .orElse(null);
        return !suspended.test(targetId, job)
                && seen.flatMap(Nodes.Seen::runsOn).isEmpty()
                && isDue(last, schedules.get(job), clock.instant());
    }

    /**
     * False for a schedule that never fires twice: whoever has it starts the runs. True where the
     * last run lies in the future, as the clock has jumped back.
     *
     * @param last null where there was none
     */
    static boolean isDue(Instant last, Schedule schedule, Instant now) {
        Optional<Duration> interval = schedule.interval(now);
        return interval.isPresent()
                && (last == null || last.isAfter(now) || last.plus(interval.get()).isBefore(now));
    }
}
