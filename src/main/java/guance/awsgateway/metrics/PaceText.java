package guance.awsgateway.metrics;

import guance.awsgateway.metrics.Budget.Polling;
import java.math.BigDecimal;
import java.time.Duration;

/** What is told where the polling interval of an account changes, each in one line. */
final class PaceText {

    private static final String TO_DO =
            "; to change that, raise metrics.budget, or read fewer series by metrics.grains,"
                    + " metrics.selection or apis.selection";

    private PaceText() {}

    /** Longer than scheduled, or so long that no longer one is at hand. */
    static String slower(
            String account, Budget limit, Duration scheduled, BigDecimal unstretched, Polling now) {
        String kept =
                now.within()
                        ? "polled every %s, for about %s USD"
                        : "polled every %s all the same, at about %s USD";
        return ("account %s: CloudWatch at every %s would cost about %s USD a month, above"
                        + " metrics.budget=%s; it is "
                        + kept
                        + ", and every minute is still read"
                        + TO_DO)
                .formatted(
                        account,
                        Amounts.every(scheduled),
                        Amounts.usd(unstretched),
                        limit.usd().toPlainString(),
                        Amounts.every(now.interval()),
                        Amounts.usd(now.monthly()));
    }

    /** As scheduled. */
    static String again(String account, Budget limit, Polling now) {
        return ("account %s: it is polled every %s again, as about %s USD a month is within"
                        + " metrics.budget=%s; there is nothing to do")
                .formatted(
                        account,
                        Amounts.every(now.interval()),
                        Amounts.usd(now.monthly()),
                        limit.usd().toPlainString());
    }
}
