package guance.awsgateway.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Some series are listed, but GetMetricData answers them with a status: then {@link MetricData}
 * leaves values out.
 */
record FailingMetrics(Metrics metrics, Predicate<Metric> fails, String failure) implements Metrics {

    @Override
    public String status(Metric metric) {
        return fails.test(metric) ? failure : metrics.status(metric);
    }

    @Override
    public List<MetricDataPage.Value> values(
            MetricQuery query, Instant from, Instant to, Instant now) {
        return metrics.values(query, from, to, now);
    }

    @Override
    public MetricsPage list(MetricsFilter filter, String token, int size, Instant now) {
        return metrics.list(filter, token, size, now);
    }

    /** As if nothing failed. */
    @Override
    public Map<Datapoint, Statistics> truth(
            Instant from, Instant to, Duration period, Instant now) {
        return metrics.truth(from, to, period, now);
    }
}
