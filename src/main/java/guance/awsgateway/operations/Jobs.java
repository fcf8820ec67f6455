package guance.awsgateway.operations;

import guance.awsgateway.metrics.Standing;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How every job of every target stands. */
public final class Jobs {

    private final Targets targets;
    private final Runs runs;
    private final RunRecords records;
    private final Function<String, Standing> standings;
    private final ScheduleRoutes routes;
    private final NextRuns nextRuns;
    private final Clock clock;

    /**
     * @param standings of the metrics, by a target's id
     */
    Jobs(
            Targets targets,
            Runs runs,
            RunRecords records,
            Function<String, Standing> standings,
            ScheduleRoutes routes,
            NextRuns nextRuns,
            Clock clock) {
        this.targets = targets;
        this.runs = runs;
        this.records = records;
        this.standings = standings;
        this.routes = routes;
        this.nextRuns = nextRuns;
        this.clock = clock;
    }

    /** In the order of the settings, the objects of a target before its metrics. */
    public List<JobFigures> all() {
        return targets.all().stream()
                .flatMap(target -> Stream.of(Job.values()).map(job -> of(target.id(), job)))
                .toList();
    }

    /**
     * @throws IllegalArgumentException for an id that no target has
     */
    public JobFigures of(String targetId, Job job) {
        Target target = targets.get(targetId);
        Instant now = clock.instant();
        Standing standing = job == Job.METRICS ? standings.apply(targetId) : Standing.NONE;
        Optional<Instant> fresh =
                job == Job.METRICS ? standing.handedOver() : lastClean(targetId, job);
        return new JobFigures(
                targetId,
                target.account().name(),
                target.region(),
                job,
                runs.isGoing(targetId, job),
                routes.isSuspended(targetId, job),
                records.last(targetId, job),
                routes.isStarted(targetId, job)
                        ? nextRuns.after(now, targetId, job, standing.watermark())
                        : Optional.empty(),
                runs.refused(targetId, job),
                standing.watermark(),
                standing.openWindows(),
                fresh.map(time -> Duration.between(time, now)),
                records.totals(new RunKey(targetId, job)));
    }

    private Optional<Instant> lastClean(String targetId, Job job) {
        return records.of(targetId, job).stream()
                .filter(RunRecord::isClean)
                .map(RunRecord::started)
                .findFirst();
    }
}
