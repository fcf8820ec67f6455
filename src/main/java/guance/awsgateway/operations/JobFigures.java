package guance.awsgateway.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How one job of one target stands now.
 *
 * @param going whether a run goes on, on whichever node
 * @param suspended whether its schedule is
 * @param lastRun the last that ended, also before a restart
 * @param nextRun when the schedule fires next and something is read; empty while it does not
 * @param refused how many runs did not begin since the start, as one went on
 * @param watermark up to where the metrics are planned; empty before the first run, and of objects
 * @param openWindows planned and not finished; none of objects
 * @param lag of metrics from the end of the newest window of which something was handed over, of
 *     objects from the start of the last clean run that is kept; empty before that
 * @param node which runs it, or ran it last, where several share the targets
 */
public record JobFigures(
        String targetId,
        String account,
        String region,
        Job job,
        boolean going,
        boolean suspended,
        Optional<RunRecord> lastRun,
        Optional<Instant> nextRun,
        long refused,
        Optional<Instant> watermark,
        int openWindows,
        Optional<Duration> lag,
        Totals totals,
        Optional<String> node) {

    /** For people. */
    public String target() {
        return account + "/" + region;
    }
}
