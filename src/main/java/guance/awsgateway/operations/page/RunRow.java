package guance.awsgateway.operations.page;

import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.target.Target;
import java.time.Instant;
import java.util.SortedMap;

/**
 * A run record as JSON, its names in snake case; times in ISO 8601, UTC.
 *
 * @param target its id
 * @param metricsBilled by AWS's words
 * @param metricsBilledAtMost where each statistic is billed on its own
 * @param pointsProbeMissed that a sweep has found, of minutes in which the probe found no request
 * @param pointsLate whose values have changed since they were sent
 * @param setsIncomplete dimension sets sent without a metric
 * @param error null without one
 */
record RunRow(
        String id,
        String target,
        String account,
        String region,
        String job,
        String scheduled,
        String started,
        long durationMs,
        String outcome,
        int found,
        int windows,
        int windowsGivenUp,
        int requests,
        SortedMap<String, Integer> calls,
        int throttles,
        int metricsBilled,
        int metricsBilledAtMost,
        int pointsAccepted,
        int pointsParked,
        int pointsRejected,
        int pointsLate,
        int setsIncomplete,
        int pointsProbeMissed,
        int failures,
        String error) {

    static RunRow of(Target target, Job job, RunRecord run) {
        return new RunRow(
                run.id(),
                target.id(),
                target.account().name(),
                target.region(),
                job.toString(),
                run.scheduled().toString(),
                run.started().toString(),
                run.duration().toMillis(),
                run.outcome(),
                run.found(),
                run.windows(),
                run.givenUp(),
                run.requests(),
                run.calls(),
                run.throttles(),
                run.billed(),
                run.bound(),
                run.accepted(),
                run.parked(),
                run.rejected(),
                run.late(),
                run.incomplete(),
                run.probeMissed(),
                run.failures(),
                run.error());
    }

    /** No part of the JSON, as records show their components alone. */
    Instant startedAt() {
        return Instant.parse(started);
    }
}
