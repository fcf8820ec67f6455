package guance.awsgateway.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Some series are listed, but GetMetricData answers them with a status and no value. */
record FailingMetrics(Metrics metrics, Predicate<Metric> fails, String failure) implements Metrics {

    @Override
    public String status(Metric metric) {
        return fails.test(metric) ? failure : metrics.status(metric);
    }

    @Override
    public OptionalDouble value(
            Metric metric, String statistic, Instant start, Duration period, Instant now) {
        return fails.test(metric)
                ? OptionalDouble.empty()
                : metrics.value(metric, statistic, start, period, now);
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
