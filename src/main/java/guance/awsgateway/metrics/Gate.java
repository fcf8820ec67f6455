package guance.awsgateway.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import guance.awsgateway.settings.MetricSelection;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One API, its request count, and what comes with its requests: each of its metrics, in each of its
 * dimension sets. Source: Amazon API Gateway metrics and dimensions.
 *
 * @param counts what says whether it had traffic, one statistic each, as that is billed as one
 * @param series of whole dimension sets
 */
record Gate(List<Query> counts, List<Series> series) {

    /** A datapoint of any of them says that there was traffic. */
    private static final String ANY = "SampleCount";

    private static final int SIXTEENTH = 16;

    private static final List<String> REQUESTS = List.of("Count");

    /** Of a WebSocket API: connections, and messages of those that were opened before. */
    private static final List<String> MESSAGES = List.of("ConnectCount", "MessageCount");

    Gate {
        counts = List.copyOf(counts);
        series = List.copyOf(series);
    }

    /**
     * The APIs whose request count is among the series. REST APIs of one name are one, as
     * CloudWatch has merged them.
     *
     * @param series whole dimension sets
     */
    static List<Gate> of(Collection<Series> series) {
        Map<DimensionSet, List<Series>> byApi =
                series.stream()
                        .filter(each -> isOfApi(each.set()))
                        .collect(groupingBy(each -> api(each.set()), LinkedHashMap::new, toList()));
        return byApi.entrySet().stream()
                .map(api -> new Gate(counts(api.getKey(), api.getValue()), api.getValue()))
                .filter(gate -> !gate.counts.isEmpty())
                .toList();
    }

    private static boolean isOfApi(DimensionSet set) {
        Set<String> names = set.dimensions().keySet();
        return set.namespace().equals(MetricSelection.API_GATEWAY)
                && (names.contains("ApiId") || names.contains("ApiName"));
    }

    private static DimensionSet api(DimensionSet set) {
        String name = set.dimensions().containsKey("ApiId") ? "ApiId" : "ApiName";
        SortedMap<String, String> alone = new TreeMap<>();
        alone.put(name, set.dimensions().get(name));
        return new DimensionSet(set.namespace(), alone);
    }

    private static List<Query> counts(DimensionSet api, List<Series> series) {
        List<String> known =
                series.stream().filter(one -> one.set().equals(api)).map(Series::metric).toList();
        List<String> counts =
                known.stream().anyMatch(REQUESTS::contains)
                        ? REQUESTS
                        : known.stream().anyMatch(MESSAGES::contains) ? MESSAGES : List.of();
        return counts.stream().map(metric -> new Query(api, metric, ANY)).toList();
    }

    /** Each once. */
    List<DimensionSet> sets() {
        return series.stream().map(Series::set).distinct().toList();
    }

    /** Metrics that reading all of it is billed. */
    long billed(QueryPlan plan) {
        return series.stream().mapToLong(each -> Demand.of(each, plan).billed()).sum();
    }

    /**
     * Whether asking for the counts first is worth it. What is found with traffic is read without
     * being asked about while it stays in the minutes that are read again, so that an API whose
     * traffic always comes just after them costs at most a sixteenth more than without a probe.
     *
     * @param reads how many runs in a row read a minute, at least 2
     */
    boolean isWorthAsking(QueryPlan plan, long reads) {
        return counts.size() * SIXTEENTH <= billed(plan) * reads;
    }
}
