package guance.awsgateway.metrics;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an account's calls of CloudWatch may cost, and how often it can be polled for that:
 * GetMetricData bills metrics and not datapoints, so the same minutes in fewer calls cost less.
 *
 * @param usd per month
 */
record Budget(BigDecimal usd) {

    private static final List<Duration> INTERVALS =
            Stream.of(5, 10, 15, 30, 60).map(Duration::ofMinutes).toList();

    /**
     * A polling interval and what comes of it.
     *
     * @param monthly USD
     */
    record Polling(Duration interval, BigDecimal monthly, boolean within) {}

    /**
     * The shortest interval within the budget, of the schedule's own and the longer ones of 5, 10,
     * 15, 30 and 60 minutes; the longest of them where none is.
     *
     * @param monthly USD a month at an interval
     */
    Polling choose(Duration scheduled, Function<Duration, BigDecimal> monthly) {
        List<Polling> pollings =
                Stream.concat(
                                Stream.of(scheduled),
                                INTERVALS.stream().filter(each -> each.compareTo(scheduled) > 0))
                        .map(interval -> polling(interval, monthly.apply(interval)))
                        .toList();
        return pollings.stream()
                .filter(Polling::within)
                .findFirst()
                .orElse(pollings.get(pollings.size() - 1));
    }

    private Polling polling(Duration interval, BigDecimal monthly) {
        return new Polling(interval, monthly, monthly.compareTo(usd) <= 0);
    }
}
