package guance.awsgateway.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What GetMetricData costs.
 *
 * @param pricePer1000 USD per 1,000 metrics requested
 */
public record Bill(BigDecimal pricePer1000) {

    private static final int STATISTICS_OF_ONE_METRIC = 5;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal MONTH =
            BigDecimal.valueOf(Duration.ofDays(365).dividedBy(12).toSeconds());

    /**
     * Up to five statistics of a metric in one request are one metric, each further one is another.
     * Source: CloudWatch pricing, "up to five statistics".
     */
    public static int billed(Collection<MetricRequest> requests) {
        return requests.stream().mapToInt(Bill::billed).sum();
    }

    private static int billed(MetricRequest request) {
        return request.queries().stream()
                .collect(
                        Collectors.groupingBy(
                                query -> new Series(query.set(), query.metric()),
                                Collectors.summingInt(query -> 1)))
                .values()
                .stream()
                .mapToInt(statistics -> Math.max(1, statistics - STATISTICS_OF_ONE_METRIC + 1))
                .sum();
    }

    /** USD a month for so many billed metrics every interval. */
    public BigDecimal monthly(int billed, Duration interval) {
        BigDecimal runs =
                MONTH.divide(BigDecimal.valueOf(interval.toSeconds()), 6, RoundingMode.HALF_UP);
        return pricePer1000
                .multiply(BigDecimal.valueOf(billed))
                .multiply(runs)
                .divide(THOUSAND, 2, RoundingMode.HALF_UP);
    }
}
