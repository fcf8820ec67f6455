package guance.awsgateway.operations.page;

import guance.awsgateway.metrics.Backfill;
import guance.awsgateway.target.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * All that the head of the page shows, as JSON.
 *
 * @param state failed, late, suspended, waiting or ok: the first of these that holds, as {@link
 *     Problems} says
 * @param reload the last edit of the routes or settings; null where there was none
 * @param problems sentences with what to do, the worst first
 */
record StatusRow(
        String now,
        String started,
        String version,
        String instance,
        String state,
        Fresh fresh,
        Receiver receiver,
        Letters deadLetters,
        Cost cost,
        Actions actions,
        List<String> problems,
        List<Filling> backfills,
        Edit reload,
        List<JobRow> jobs) {

    /**
     * @param reason why it was not taken; null where it was
     */
    record Edit(String when, String edited, boolean taken, String reason) {}

    /** Whether every target is, as the health check says. */
    record Fresh(boolean up, long maxLagSeconds) {}

    /**
     * @param kind dataway or datakit
     * @param reason why it does not accept; null while it does
     */
    record Receiver(String kind, String host, boolean accepting, String reason) {}

    record Letters(
            int parkedFiles,
            long parkedBytes,
            long quotaBytes,
            int rejectedFiles,
            long rejectedBytes) {}

    /**
     * @param usdPerMonth by AWS's words
     * @param usdPerMonthAtMost where each statistic is billed on its own
     * @param targetsEstimated whose series were listed since the start
     */
    record Cost(BigDecimal usdPerMonth, BigDecimal usdPerMonthAtMost, int targetsEstimated) {}

    /**
     * @param refused why nobody may act; null where one may
     */
    record Actions(boolean tokenNeeded, String refused) {}

    /**
     * Gaps that are being filled.
     *
     * @param target its id
     * @param share from 0 to 1 of what was open
     * @param end when it is done at this pace; null before that can be told
     */
    record Filling(
            String target,
            String account,
            String region,
            String from,
            String to,
            double share,
            int windowsOpen,
            String end) {

        static Filling of(Target target, Backfill backfill) {
            return new Filling(
                    target.id(),
                    target.account().name(),
                    target.region(),
                    backfill.from().toString(),
                    backfill.to().toString(),
                    backfill.done(),
                    backfill.left(),
                    backfill.end().map(Instant::toString).orElse(null));
        }
    }
}
