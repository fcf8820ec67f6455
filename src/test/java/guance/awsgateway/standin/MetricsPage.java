package guance.awsgateway.standin;

import java.util.List;

/**
 * @param nextToken null or, as some pages have it, empty: there is no more
 */
public record MetricsPage(List<Metric> metrics, String nextToken) {}
