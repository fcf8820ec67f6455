package guance.awsgateway.operations.page;

import guance.awsgateway.metrics.Cost;
import guance.awsgateway.metrics.TargetCost;
import guance.awsgateway.operations.JobFigures;
import guance.awsgateway.operations.Origin;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.settings.GuanceSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the collector stands, put together at each question. */
final class Status {

    private final Sources from;
    private final Letters letters;
    private final Door door;
    private final Origin origin;
    private final Instant started;
    private final Clock clock;

    Status(Sources from, Letters letters, Door door, Origin origin, Clock clock) {
        this.from = from;
        this.letters = letters;
        this.door = door;
        this.origin = origin;
        this.started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        this.clock = clock;
    }

    StatusRow now() {
        Map<String, String> troubles = from.troubles().get();
        List<JobRow> jobs =
                from.jobs().all().stream().map(job -> row(job, troubles.keySet())).toList();
        Problems problems = new Problems(troubles, jobs, from.reloads().last());
        return new StatusRow(
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                started.toString(),
                origin.version(),
                origin.instance(),
                problems.state(),
                new StatusRow.Fresh(troubles.isEmpty(), maxLag().toSeconds()),
                receiver(),
                letters.counted(),
                cost(),
                new StatusRow.Actions(door.needsToken(), door.refusal().orElse(null)),
                problems.sentences(),
                backfills(),
                reload(),
                jobs);
    }

    /** Null where nothing was edited. */
    private StatusRow.Edit reload() {
        return from.reloads()
                .last()
                .map(
                        each ->
                                new StatusRow.Edit(
                                        each.when().toString(),
                                        each.edited(),
                                        each.taken(),
                                        each.reason()))
                .orElse(null);
    }

    private List<StatusRow.Filling> backfills() {
        return from.backfills().get().stream()
                .map(each -> StatusRow.Filling.of(from.targets().get(each.target()), each))
                .toList();
    }

    private JobRow row(JobFigures job, Set<String> troubles) {
        List<RunRecord> recent =
                new ArrayList<>(
                        from.records().of(job.targetId(), job.job()).stream()
                                .limit(JobRow.RECENT)
                                .toList());
        Collections.reverse(recent);
        boolean late = troubles.contains(JobRow.check(job.job().toString(), job.targetId()));
        return JobRow.of(from.targets().get(job.targetId()), job, recent, late);
    }

    private Duration maxLag() {
        return from.settings().operation().maxLag();
    }

    private StatusRow.Receiver receiver() {
        GuanceSettings guance = from.settings().guance();
        Optional<String> trouble = from.delivery().outlet().trouble();
        return new StatusRow.Receiver(
                guance.receiver().name().toLowerCase(Locale.ROOT),
                guance.url().getAuthority(),
                trouble.isEmpty(),
                trouble.orElse(null));
    }

    private StatusRow.Cost cost() {
        Collection<TargetCost> costs = from.costs().projection().costs().values();
        Cost sum = costs.stream().map(TargetCost::monthly).reduce(Cost.NONE, Cost::plus);
        return new StatusRow.Cost(sum.estimate(), sum.bound(), costs.size());
    }
}
