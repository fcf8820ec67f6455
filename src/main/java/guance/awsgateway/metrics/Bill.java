package guance.awsgateway.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What CloudWatch's calls cost: the one place of prices and of what is counted.
 *
 * <p>GetMetricData is priced by metrics requested, at 0.01 USD per 1,000; datapoints are not. By
 * AWS's words up to five statistics of a metric in one request are one metric. One public bill was
 * read as each statistic on its own, which is the bound here. Sources: CloudWatch pricing, "up to
 * five statistics"; prometheus-community/yet-another-cloudwatch-exporter PR 1919 and
 * prometheus/cloudwatch_exporter PR 482.
 *
 * @param pricePer1000 USD per 1,000 metrics requested: {@code metrics.price-per-1000}, whose
 *     default is AWS's price
 */
public record Bill(BigDecimal pricePer1000) {

    static final Duration DAY = Duration.ofDays(1);

    /** A twelfth of a year of 365 days. */
    static final Duration MONTH = Duration.ofDays(365).dividedBy(12);

    /** USD per 1,000 ListMetrics requests. Source: CloudWatch pricing, API requests. */
    private static final BigDecimal LISTS_PER_1000 = new BigDecimal("0.01");

    private static final int STATISTICS_OF_ONE_METRIC = 5;

    /** Metrics billed by AWS's words. */
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
                .mapToInt(Bill::billed)
                .sum();
    }

    /** Up to five statistics of a metric in one request are one, each further one is another. */
    static int billed(int statistics) {
        return Math.max(1, statistics - STATISTICS_OF_ONE_METRIC + 1);
    }

    /** Metrics billed where each statistic counts on its own. */
    public static int bound(Collection<MetricRequest> requests) {
        return requests.stream().map(MetricRequest::queries).mapToInt(List::size).sum();
    }

    /** How often something is done within a span; to six decimals, half up. */
    static BigDecimal times(Duration interval, Duration span) {
        return BigDecimal.valueOf(span.toSeconds())
                .divide(BigDecimal.valueOf(interval.toSeconds()), 6, RoundingMode.HALF_UP);
    }

    /** GetMetricData for all of a demand, so many times; not rounded. */
    Cost read(Demand demand, BigDecimal times) {
        return new Cost(
                price(pricePer1000, demand.billed(), times),
                price(pricePer1000, demand.bound(), times));
    }

    /** So many ListMetrics requests, so many times; not rounded. */
    BigDecimal list(int pages, BigDecimal times) {
        return price(LISTS_PER_1000, pages, times);
    }

    /** USD for metrics billed and ListMetrics requests that were made; not rounded. */
    public BigDecimal spent(long billed, long lists) {
        return price(pricePer1000, billed, BigDecimal.ONE)
                .add(price(LISTS_PER_1000, lists, BigDecimal.ONE));
    }

    private static BigDecimal price(BigDecimal per1000, long number, BigDecimal times) {
        return per1000.multiply(BigDecimal.valueOf(number)).multiply(times).movePointLeft(3);
    }
}
