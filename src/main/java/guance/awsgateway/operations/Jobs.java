package guance.awsgateway.operations;

import guance.awsgateway.metrics.Standing;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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

    /** Whether this node runs the metrics of a target, or ran them last. */
    public boolean isHere(String targetId) {
        return runs.nodes().isHere(new RunKey(targetId, Job.METRICS));
    }

    /** Why this node does not know how the others stand; empty where it does. */
    public Optional<String> trouble() {
        return runs.nodes().trouble();
    }

    /**
     * @throws IllegalArgumentException for an id that no target has
     */
    public JobFigures of(String targetId, Job job) {
        Target target = targets.get(targetId);
        Instant now = clock.instant();
        Optional<Nodes.Seen> seen = runs.seen(targetId, job);
        boolean going = runs.isGoing(targetId, job);
        Standing standing =
                job == Job.METRICS
                        ? standing(targetId, going ? Optional.empty() : seen)
                        : Standing.NONE;
        Optional<Instant> fresh =
                job == Job.METRICS ? standing.handedOver() : lastClean(targetId, job, seen);
        return new JobFigures(
                targetId,
                target.account().name(),
                target.region(),
                job,
                going || seen.flatMap(Nodes.Seen::runsOn).isPresent(),
                routes.isSuspended(targetId, job),
                lastRun(targetId, job, seen),
                routes.isStarted(targetId, job)
                        ? nextRuns.after(now, targetId, job, standing.watermark())
                        : Optional.empty(),
                runs.refused(targetId, job),
                standing.watermark(),
                standing.openWindows(),
                fresh.map(time -> Duration.between(time, now)),
                records.totals(new RunKey(targetId, job)),
                seen.flatMap(Nodes.Seen::ranOn));
    }

    private Standing standing(String targetId, Optional<Nodes.Seen> seen) {
        return seen.map(Nodes.Seen::standing).orElseGet(() -> standings.apply(targetId));
    }

    private Optional<RunRecord> lastRun(String targetId, Job job, Optional<Nodes.Seen> seen) {
        return latest(
                records.last(targetId, job),
                seen.flatMap(Nodes.Seen::lastRun),
                Comparator.comparing(RunRecord::started));
    }

    private Optional<Instant> lastClean(String targetId, Job job, Optional<Nodes.Seen> seen) {
        return latest(
                records.of(targetId, job).stream()
                        .filter(RunRecord::isClean)
                        .map(RunRecord::started)
                        .findFirst(),
                seen.flatMap(Nodes.Seen::clean),
                Comparator.naturalOrder());
    }

    private static <T> Optional<T> latest(Optional<T> one, Optional<T> other, Comparator<T> by) {
        return Stream.of(one, other).flatMap(Optional::stream).max(by);
    }
}
