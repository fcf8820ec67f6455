package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Series and values as they came, for one period length.
 *
 * @param pages of ListMetrics, filtered by nothing
 */
record RecordedMetrics(List<MetricsPage> pages, Map<Datapoint, Map<String, Double>> values)
        implements Metrics {

    /**
     * @param listed shaped as cases/05-list-metrics.json
     * @param data shaped as cases/06-get-metric-data.json
     */
    static RecordedMetrics of(JsonNode listed, JsonNode data) {
        return new RecordedMetrics(pages(listed), RecordedValues.of(data));
    }

    /** ListMetrics names what has values. */
    static RecordedMetrics of(JsonNode data) {
        Map<Datapoint, Map<String, Double>> values = RecordedValues.of(data);
        Set<Metric> metrics = new LinkedHashSet<>();
        values.keySet().forEach(point -> metrics.add(point.metric()));
        return new RecordedMetrics(List.of(new MetricsPage(List.copyOf(metrics), null)), values);
    }

    private static List<MetricsPage> pages(JsonNode listed) {
        List<MetricsPage> pages = new ArrayList<>();
        for (JsonNode page : listed.get("pages")) {
            List<Metric> metrics = new ArrayList<>();
            page.get("Metrics").forEach(metric -> metrics.add(MetricReader.metric(metric)));
            pages.add(new MetricsPage(metrics, page.path("NextToken").asText(null)));
        }
        return pages;
    }

    @Override
    public MetricsPage list(MetricsFilter filter, String token, int size, Instant now) {
        String before = null;
        for (MetricsPage page : pages) {
            if (token == null || token.equals(before)) {
                return page;
            }
            before = page.nextToken();
        }
        throw new IllegalArgumentException("no such page");
    }

    @Override
    public List<MetricDataPage.Value> values(
            MetricQuery query, Instant from, Instant to, Instant now) {
        List<MetricDataPage.Value> found = new ArrayList<>();
        for (Instant time = from; time.isBefore(to); time = time.plus(query.period())) {
            Datapoint point = new Datapoint(query.metric(), time);
            Double value = values.getOrDefault(point, Map.of()).get(query.statistic());
            if (value != null) {
                found.add(new MetricDataPage.Value(time.getEpochSecond(), value));
            }
        }
        return found;
    }

    @Override
    public Map<Datapoint, Statistics> truth(
            Instant from, Instant to, Duration period, Instant now) {
        Map<Datapoint, Statistics> truth = new LinkedHashMap<>();
        values.forEach(
                (point, stats) -> {
                    if (!point.time().isBefore(from) && point.time().isBefore(to)) {
                        truth.put(point, statistics(stats));
                    }
                });
        return truth;
    }

    private static Statistics statistics(Map<String, Double> stats) {
        return new Statistics(
                stats.get("SampleCount"),
                stats.get("Sum"),
                stats.get("Minimum"),
                stats.get("Maximum"));
    }
}
