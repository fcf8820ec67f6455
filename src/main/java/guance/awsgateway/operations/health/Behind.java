package guance.awsgateway.operations.health;

import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.JobFigures;
import guance.awsgateway.operations.RunRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Whether a job lies further behind than it may, and why.
 *
 * @param allowed the most it may lie behind
 * @param began when the process did, from where one counts that has handed over nothing yet
 */
record Behind(Duration allowed, Instant began) {

    /**
     * @return in one line where, how far, why and what to do; empty for a job that keeps up, and
     *     for objects while their last run did not fail, as they may be listed once a week
     */
    Optional<String> trouble(JobFigures job, Instant now) {
        Duration lag = job.lag().orElse(Duration.between(began, now));
        boolean late = lag.compareTo(allowed) > 0 && (job.job() == Job.METRICS || failed(job));
        return late
                ? Optional.of(
                        "%s %s: %s, %s are allowed; %s"
                                .formatted(
                                        job.job(),
                                        job.target(),
                                        far(job, lag),
                                        minutes(allowed),
                                        why(job)))
                : Optional.empty();
    }

    private static boolean failed(JobFigures job) {
        return job.lastRun().filter(run -> run.failures() > 0).isPresent();
    }

    private static String far(JobFigures job, Duration lag) {
        if (job.lag().isEmpty()) {
            return "nothing was handed over since the start, %s ago".formatted(minutes(lag));
        }
        return job.job() == Job.METRICS
                ? "the newest window handed over lies %s behind".formatted(minutes(lag))
                : "the last clean run was %s ago".formatted(minutes(lag));
    }

    private static String why(JobFigures job) {
        if (job.suspended()) {
            return "its schedule is suspended, resume it";
        }
        Optional<String> error = job.lastRun().map(RunRecord::error);
        if (error.isPresent()) {
            Instant started = job.lastRun().orElseThrow().started();
            return "the run of %s says: %s"
                    .formatted(started.truncatedTo(ChronoUnit.SECONDS), error.get());
        }
        if (job.going()) {
            return "a run goes on, see the log for how far it is";
        }
        if (job.openWindows() > 0) {
            return "%s windows are open, see the log for what holds them up"
                    .formatted(job.openWindows());
        }
        return "its runs do not fail, check %s.cron, the time of this machine, and health.max-lag"
                .formatted(job.job());
    }

    private static String minutes(Duration time) {
        return time.toMinutes() + " min";
    }
}
