package guance.awsgateway.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * What CloudWatch's calls for one target are going to cost, while nothing changes: without gaps,
 * queries asked again and tax.
 *
 * @param interval from one run of the metrics to the next
 * @param listing from one listing of the series to the next
 */
public record TargetCost(Discovered figures, Bill bill, Duration interval, Duration listing) {

    /**
     * @param timeToLive {@code metrics.discovery}; a listing is due at the first run after it
     */
    public static TargetCost of(
            Discovered figures, Bill bill, Duration interval, Duration timeToLive) {
        long runs = Math.max(1, timeToLive.plus(interval).minusMillis(1).dividedBy(interval));
        return new TargetCost(figures, bill, interval, interval.multipliedBy(runs));
    }

    /** To six decimals, half up. */
    public BigDecimal runsADay() {
        return Bill.times(interval, Bill.DAY);
    }

    /** To six decimals, half up; a month is a twelfth of a year. */
    public BigDecimal runsAMonth() {
        return Bill.times(interval, Bill.MONTH);
    }

    /**
     * So many runs that read all cost what this many cost: between two sweeps, those with the probe
     * ask for their part; to six decimals, half up.
     */
    private BigDecimal wholes(BigDecimal runs) {
        BigDecimal sweeps = Bill.times(Sweep.EVERY, interval).min(BigDecimal.ONE);
        BigDecimal rest = BigDecimal.ONE.subtract(sweeps).multiply(figures.asked());
        return runs.multiply(sweeps.add(rest)).setScale(6, RoundingMode.HALF_UP);
    }

    /** In cents, half up. */
    public Cost daily() {
        return cost(runsADay(), Bill.DAY);
    }

    /** In cents, half up. */
    public Cost monthly() {
        return cost(runsAMonth(), Bill.MONTH);
    }

    /** What reading some series costs a month at this interval, in cents, half up. */
    public Cost monthly(Demand demand) {
        return bill.read(demand, wholes(runsAMonth())).inCents();
    }

    private Cost cost(BigDecimal runs, Duration span) {
        return bill.read(figures.read().total(), wholes(runs))
                .plus(bill.list(figures.pages(), Bill.times(listing, span)))
                .inCents();
    }
}
