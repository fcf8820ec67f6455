package guance.awsgateway.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in USD.
 *
 * @param estimate by AWS's words: up to five statistics of a metric in one request are one metric
 * @param bound each statistic billed on its own, as one public bill was read
 */
public record Cost(BigDecimal estimate, BigDecimal bound) {

    public static final Cost NONE = new Cost(BigDecimal.ZERO, BigDecimal.ZERO);

    public Cost plus(Cost other) {
        return new Cost(estimate.add(other.estimate), bound.add(other.bound));
    }

    /** For what costs the same in both readings. */
    Cost plus(BigDecimal amount) {
        return new Cost(estimate.add(amount), bound.add(amount));
    }

    /** Rounded half up, the one place where an amount loses digits. */
    Cost inCents() {
        return new Cost(
                estimate.setScale(2, RoundingMode.HALF_UP),
                bound.setScale(2, RoundingMode.HALF_UP));
    }

    /** Such as {@code about 613.20 USD a month, at most 2,452.80}. */
    public String monthly() {
        return "about %s USD a month, at most %s"
                .formatted(Amounts.usd(estimate), Amounts.usd(bound));
    }
}
