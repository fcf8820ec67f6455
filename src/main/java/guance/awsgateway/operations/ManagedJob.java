package guance.awsgateway.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;

/**
 * What JMX shows of one job of one target; README says what each means. Times are ISO-8601 in UTC,
 * and what there is none of is null.
 */
@ManagedResource(description = "One job of one target")
public final class ManagedJob {

    private final String targetId;
    private final Job job;
    private final Jobs jobs;
    private final RunRecords records;
    private final JobControl control;

    ManagedJob(String targetId, Job job, Jobs jobs, RunRecords records, JobControl control) {
        this.targetId = targetId;
        this.job = job;
        this.jobs = jobs;
        this.records = records;
        this.control = control;
    }

    private JobFigures figures() {
        return jobs.of(targetId, job);
    }

    private Totals totals() {
        return records.totals(new RunKey(targetId, job));
    }

    private <T> T lastRun(Function<RunRecord, T> figure) {
        return figures().lastRun().map(figure).orElse(null);
    }

    private static String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }

    @ManagedAttribute(description = "Account and region")
    public String getTarget() {
        return figures().target();
    }

    @ManagedAttribute(description = "Whether a run goes on")
    public boolean isGoing() {
        return figures().going();
    }

    @ManagedAttribute(description = "The node that runs it or ran it last, where several share")
    public String getNode() {
        return figures().node().orElse(null);
    }

    @ManagedAttribute(description = "Whether the schedule is suspended")
    public boolean isSuspended() {
        return figures().suspended();
    }

    @ManagedAttribute(description = "When a run comes next")
    public String getNextRun() {
        return text(figures().nextRun());
    }

    @ManagedAttribute(description = "Up to where the metrics are planned")
    public String getWatermark() {
        return text(figures().watermark());
    }

    @ManagedAttribute(description = "Windows that are planned and not finished")
    public int getOpenWindows() {
        return figures().openWindows();
    }

    @ManagedAttribute(description = "How far what was handed over lies behind, in seconds")
    public Long getLagSeconds() {
        return figures().lag().map(Duration::toSeconds).orElse(null);
    }

    @ManagedAttribute(description = "Id of the last run that ended")
    public String getLastRunId() {
        return lastRun(RunRecord::id);
    }

    @ManagedAttribute(description = "When it began")
    public String getLastRunStarted() {
        return lastRun(run -> run.started().toString());
    }

    @ManagedAttribute(description = "How long it took, in milliseconds")
    public Long getLastRunMillis() {
        return lastRun(run -> run.duration().toMillis());
    }

    @ManagedAttribute(description = "ok, parked, rejected, given up or failed")
    public String getLastRunOutcome() {
        return lastRun(RunRecord::outcome);
    }

    @ManagedAttribute(description = "Its first failure")
    public String getLastRunError() {
        return lastRun(RunRecord::error);
    }

    @ManagedAttribute(description = "Runs that ended since the start")
    public long getRuns() {
        return totals().runs();
    }

    @ManagedAttribute(description = "Runs with a failure since the start")
    public long getFailedRuns() {
        return totals().failedRuns();
    }

    @ManagedAttribute(description = "Runs that did not begin, as one went on")
    public long getRefusedRuns() {
        return figures().refused();
    }

    @ManagedAttribute(description = "Points that Guance took since the start")
    public long getAcceptedPoints() {
        return totals().accepted();
    }

    @ManagedAttribute(description = "Points that were parked since the start")
    public long getParkedPoints() {
        return totals().parked();
    }

    @ManagedAttribute(description = "Points that Guance will never take")
    public long getRejectedPoints() {
        return totals().rejected();
    }

    @ManagedAttribute(description = "Windows that will never be read")
    public long getGivenUpWindows() {
        return totals().givenUp();
    }

    @ManagedAttribute(description = "Points that changed after they were sent")
    public long getLatePoints() {
        return totals().late();
    }

    @ManagedAttribute(description = "Points of minutes in which the probe had found no request")
    public long getProbeMissedPoints() {
        return totals().probeMissed();
    }

    @ManagedAttribute(description = "Attempts of calls that AWS throttled")
    public long getThrottles() {
        return totals().throttles();
    }

    @ManagedAttribute(description = "Metrics that GetMetricData answered, as AWS bills them")
    public long getBilledMetrics() {
        return totals().billed();
    }

    @ManagedAttribute(description = "Calls that AWS answered, by operation")
    public String getCalls() {
        return totals().callsText();
    }

    @ManagedOperation(description = "Sets a run off; false where one goes on")
    public boolean runNow() {
        return control.runNow(targetId, job);
    }

    @ManagedOperation(description = "Lets the schedule fire no more, until resume or a restart")
    public void suspend() throws Exception {
        control.suspend(targetId, job);
    }

    @ManagedOperation(description = "Lets the schedule fire again")
    public void resume() throws Exception {
        control.resume(targetId, job);
    }

    @ManagedOperation(
            description = "The records of the last runs, newest first, a line of JSON each")
    public String runRecords() throws JsonProcessingException {
        return RunLine.lines(records.of(targetId, job));
    }

    @ManagedOperation(description = "What setWatermark would do; a time is 2026-11-24T08:00:00Z")
    public String explainSetWatermark(String time) {
        return control.watermark().explain(targetId, job, time);
    }

    @ManagedOperation(description = "Moves the watermark of the metrics, or explains that first")
    public String setWatermark(String time, boolean confirmed) {
        return confirmed
                ? control.watermark().set(targetId, job, time)
                : "not confirmed, so nothing is done: " + explainSetWatermark(time);
    }
}
