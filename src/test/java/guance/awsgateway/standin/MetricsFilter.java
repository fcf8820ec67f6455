package guance.awsgateway.standin;

import java.util.Map;

/**
 * What ListMetrics is asked for.
 *
 * @param namespace null for all
 * @param metricName null for all
 * @param dimensions names with values, or with null for any value
 */
public record MetricsFilter(
        String namespace,
        String metricName,
        Map<String, String> dimensions,
        boolean recentlyActive) {

    boolean accepts(Metric metric) {
        return (namespace == null || namespace.equals(metric.namespace()))
                && (metricName == null || metricName.equals(metric.name()))
                && dimensions.entrySet().stream().allMatch(wanted -> has(metric, wanted));
    }

    private static boolean has(Metric metric, Map.Entry<String, String> wanted) {
        String value = metric.dimensions().get(wanted.getKey());
        return value != null && (wanted.getValue() == null || wanted.getValue().equals(value));
    }
}
