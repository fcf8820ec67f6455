package guance.awsgateway.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/** What CloudWatch knows in one region of one account. */
public interface Metrics {

    /**
     * @param token of an earlier page, or null
     */
    MetricsPage list(MetricsFilter filter, String token, int size, Instant now);

    /**
     * @param start on a boundary of the period
     * @return nothing where there is no datapoint at that time
     */
    OptionalDouble value(
            Metric metric, String statistic, Instant start, Duration period, Instant now);

    /**
     * @return the StatusCode of its result in GetMetricData, unless a page cuts it
     */
    default String status(Metric metric) {
        return "Complete";
    }

    /**
     * @param now how it looks then
     * @return every datapoint that starts in [from, to)
     */
    Map<Datapoint, Statistics> truth(Instant from, Instant to, Duration period, Instant now);
}
