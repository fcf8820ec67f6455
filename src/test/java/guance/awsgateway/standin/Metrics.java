package guance.awsgateway.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What CloudWatch knows in one region of one account. */
public interface Metrics {

    /**
     * @param token of an earlier page, or null
     */
    MetricsPage list(MetricsFilter filter, String token, int size, Instant now);

    /**
     * @param from on a boundary of the period
     * @return what there is from then on and before the end, oldest first
     */
    List<MetricDataPage.Value> values(MetricQuery query, Instant from, Instant to, Instant now);

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
