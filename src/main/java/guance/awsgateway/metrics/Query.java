package guance.awsgateway.metrics;

/**
 * One statistic of one series: a MetricDataQuery.
 *
 * @param statistic as CloudWatch names it, such as {@code Sum} or {@code p99}
 */
record Query(DimensionSet set, String metric, String statistic) {

    @Override
    public String toString() {
        return "%s of %s %s".formatted(statistic, metric, set.dimensions());
    }
}
