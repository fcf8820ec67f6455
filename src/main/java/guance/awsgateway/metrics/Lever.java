package guance.awsgateway.metrics;

import java.math.BigDecimal;

/**
 * One thing a user can do for a lower bill.
 *
 * @param what the setting, and what it means
 * @param saving USD a month, by the estimate, in cents
 */
record Lever(String what, BigDecimal saving) {

    @Override
    public String toString() {
        return what + " saves about " + Amounts.usd(saving);
    }
}
