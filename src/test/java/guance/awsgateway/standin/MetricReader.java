package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a metric and its dimensions in the member names of the protocol. */
final class MetricReader {
    private MetricReader() {}

    static Metric metric(JsonNode json) {
        return new Metric(
                json.path("Namespace").asText(),
                json.path("MetricName").asText(),
                dimensions(json.path("Dimensions")));
    }

    /**
     * @return a dimension filter without a value has null
     */
    static Map<String, String> dimensions(JsonNode json) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        json.forEach(each -> dimensions.put(each.path("Name").asText(), text(each, "Value")));
        return dimensions;
    }

    static String text(JsonNode json, String member) {
        return json.path(member).asText(null);
    }
}
