package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads cases/06-get-metric-data.json: queries beside the pages that answered them. */
final class RecordedValues {
    private RecordedValues() {}

    static Map<Datapoint, Map<String, Double>> of(JsonNode data) {
        Map<String, JsonNode> queries = new HashMap<>();
        data.get("queries").forEach(query -> queries.put(query.get("Id").asText(), query));
        Map<Datapoint, Map<String, Double>> values = new LinkedHashMap<>();
        for (JsonNode page : data.get("pages")) {
            for (JsonNode result : page.get("MetricDataResults")) {
                add(values, queries.get(result.get("Id").asText()), result);
            }
        }
        return values;
    }

    private static void add(
            Map<Datapoint, Map<String, Double>> values, JsonNode query, JsonNode result) {
        Metric metric = metric(query);
        for (int i = 0; i < result.get("Timestamps").size(); i++) {
            Instant time = Instant.parse(result.get("Timestamps").get(i).asText());
            values.computeIfAbsent(new Datapoint(metric, time), any -> new HashMap<>())
                    .put(query.get("Stat").asText(), result.get("Values").get(i).asDouble());
        }
    }

    private static Metric metric(JsonNode query) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        query.get("Dimensions")
                .fields()
                .forEachRemaining(each -> dimensions.put(each.getKey(), each.getValue().asText()));
        return new Metric(Metric.API_GATEWAY, query.get("MetricName").asText(), dimensions);
    }
}
