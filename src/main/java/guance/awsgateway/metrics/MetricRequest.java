package guance.awsgateway.metrics;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One GetMetricData request with whole dimension sets, all its pages: the unit of work.
 *
 * @param window what is asked for
 * @param queries those of a dimension set stand behind each other
 */
public record MetricRequest(Window window, List<Query> queries) {

    public MetricRequest {
        queries = List.copyOf(queries);
    }

    /** The metrics of the queries in [from, to). */
    Set<String> metrics(int from, int to) {
        return queries.subList(from, to).stream().map(Query::metric).collect(Collectors.toSet());
    }

    /** The place behind the last query of a dimension set that begins at a place. */
    int endOfSet(int from) {
        int to = from;
        while (to < queries.size() && queries.get(to).set().equals(queries.get(from).set())) {
            to++;
        }
        return to;
    }
}
