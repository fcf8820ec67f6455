package guance.awsgateway.metrics;

import java.util.List;

/** One GetMetricData request with whole dimension sets, all its pages: the unit of work. */
public record MetricRequest(Window window, List<Query> queries) {

    public MetricRequest {
        queries = List.copyOf(queries);
    }
}
