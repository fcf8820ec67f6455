package guance.awsgateway.operations;

import guance.awsgateway.metrics.Bill;
import java.time.Duration;
import java.util.List;

/**
 * What AWS will bill for the metrics, reckoned from one run of each target.
 *
 * @param interval from one run of the metrics to the next
 */
public record Projection(List<RunRecord> runs, Bill bill, Duration interval) {

    /** A line a target, then one for them all. */
    public String text() {
        StringBuilder text = new StringBuilder();
        runs.stream()
                .filter(run -> run.job() == Job.METRICS)
                .map(run -> line(run.target(), run.billed()))
                .sorted()
                .forEach(text::append);
        return text.append(line("all targets", total()))
                .append("by AWS's words: up to five statistics of a metric in one request are one")
                .append(" metric, at metrics.price-per-1000; ListMetrics and tax come on top")
                .toString();
    }

    private int total() {
        return runs.stream().mapToInt(RunRecord::billed).sum();
    }

    private String line(String target, int billed) {
        return "%s: GetMetricData of %s metrics every %s is about %s USD a month\n"
                .formatted(target, billed, minutes(), bill.monthly(billed, interval));
    }

    private String minutes() {
        return interval.toSeconds() % 60 == 0
                ? interval.toMinutes() + " min"
                : interval.toSeconds() + " s";
    }
}
