package guance.awsgateway.operations.page;

import guance.awsgateway.operations.JobFigures;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.operations.Totals;
import guance.awsgateway.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a job of a target stands, as JSON; null where there is nothing to tell.
 *
 * @param target its id
 * @param state going, suspended, failed, late, waiting or ok: the first of these that holds
 * @param late whether its health check is down, as it lies too far behind
 * @param runsRefused that did not begin, as one went on
 * @param lastRun that has ended
 * @param watermark up to where the metrics are planned
 * @param recentRuns oldest first, at most 30
 * @param totals since the start of the process
 * @param node which runs it, or ran it last, where several share the targets
 */
record JobRow(
        String target,
        String account,
        String region,
        String job,
        String state,
        boolean going,
        boolean suspended,
        boolean late,
        String nextRun,
        Long lagSeconds,
        String watermark,
        int windowsOpen,
        long runsRefused,
        RunRow lastRun,
        List<Recent> recentRuns,
        Totals totals,
        String node) {

    /** Runs of the small chart. */
    static final int RECENT = 30;

    /** A run in the small chart. */
    record Recent(String started, String outcome, int pointsAccepted) {

        static Recent of(RunRecord run) {
            return new Recent(run.started().toString(), run.outcome(), run.accepted());
        }
    }

    /**
     * @param recent oldest first
     */
    static JobRow of(Target target, JobFigures job, List<RunRecord> recent, boolean late) {
        return new JobRow(
                job.targetId(),
                job.account(),
                job.region(),
                job.job().toString(),
                state(job, late),
                job.going(),
                job.suspended(),
                late,
                job.nextRun().map(Instant::toString).orElse(null),
                job.lag().map(Duration::toSeconds).orElse(null),
                job.watermark().map(Instant::toString).orElse(null),
                job.openWindows(),
                job.refused(),
                job.lastRun().map(run -> RunRow.of(target, job.job(), run)).orElse(null),
                recent.stream().map(Recent::of).toList(),
                job.totals(),
                job.node().orElse(null));
    }

    static String state(JobFigures job, boolean late) {
        if (job.going()) {
            return "going";
        }
        if (job.suspended()) {
            return "suspended";
        }
        if (job.lastRun().isEmpty()) {
            return "waiting";
        }
        if (job.lastRun().get().failures() > 0) {
            return "failed";
        }
        return late ? "late" : "ok";
    }

    /** The id of its health check. */
    String check() {
        return check(job, target);
    }

    static String check(String job, String targetId) {
        return job + "-" + targetId;
    }

    /** Whether its last run did, whatever goes on since. */
    boolean hasFailed() {
        return lastRun != null && lastRun.failures() > 0;
    }

    /** Whether its last run did, of what will never arrive. */
    boolean hasLost() {
        return lastRun != null && (lastRun.pointsRejected() > 0 || lastRun.windowsGivenUp() > 0);
    }

    /** For people; no part of the JSON. */
    String label() {
        return "%s %s/%s".formatted(job, account, region);
    }
}
