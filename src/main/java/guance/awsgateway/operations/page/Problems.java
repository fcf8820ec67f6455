package guance.awsgateway.operations.page;

import guance.awsgateway.operations.Reloads.Reload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is wrong, and how bad that is.
 *
 * @param troubles sentences of the health checks that are down, by check, the worst first
 * @param edit the last of the routes or settings
 */
record Problems(Map<String, String> troubles, List<JobRow> jobs, Optional<Reload> edit) {

    /**
     * In a word, the worst that holds: failed where a last run failed or lost something for good,
     * or the receiver, the disk or the database is in trouble; late where jobs merely are;
     * suspended where a schedule is; waiting where a job has not run; else ok.
     */
    String state() {
        if (jobs.stream().anyMatch(job -> job.hasFailed() || job.hasLost()) || isBeyondJobs()) {
            return "failed";
        }
        if (!troubles.isEmpty()) {
            return "late";
        }
        if (jobs.stream().anyMatch(JobRow::suspended)) {
            return "suspended";
        }
        return jobs.stream().anyMatch(job -> job.lastRun() == null) ? "waiting" : "ok";
    }

    private boolean isBeyondJobs() {
        List<String> checks = jobs.stream().map(JobRow::check).toList();
        return !checks.containsAll(troubles.keySet());
    }

    /**
     * What is not fresh, what failed and may yet be in time, what is lost, what is suspended, and
     * an edit that was refused; with what to do.
     */
    List<String> sentences() {
        List<String> all = new ArrayList<>(troubles.values());
        untroubled()
                .filter(JobRow::hasFailed)
                .map(job -> job.label() + " failed: " + job.lastRun().error())
                .forEach(all::add);
        jobs.stream().filter(JobRow::hasLost).flatMap(Problems::lost).forEach(all::add);
        untroubled()
                .filter(JobRow::suspended)
                .map(job -> job.label() + ": its schedule is suspended; resume it")
                .forEach(all::add);
        edit.filter(last -> !last.taken())
                .map(last -> last.edited() + ": what ran before goes on. " + last.reason())
                .ifPresent(all::add);
        return List.copyOf(all);
    }

    /** Of the others the check has told already. */
    private Stream<JobRow> untroubled() {
        return jobs.stream().filter(job -> !troubles.containsKey(job.check()));
    }

    private static Stream<String> lost(JobRow job) {
        int points = job.lastRun().pointsRejected();
        int windows = job.lastRun().windowsGivenUp();
        String refused =
                "%s: Guance refused points of the last run for good: %s; --dead-letters lists them"
                        + " with the reason (README, What Guance does not take)";
        String givenUp =
                "%s: windows were given up in the last run, whose minutes will not arrive: %s; the"
                        + " log says why (README, Errors, and what to do)";
        return Stream.of(
                        points == 0 ? "" : refused.formatted(job.label(), points),
                        windows == 0 ? "" : givenUp.formatted(job.label(), windows))
                .filter(sentence -> !sentence.isEmpty());
    }
}
