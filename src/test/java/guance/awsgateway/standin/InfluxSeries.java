package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import guance.awsgateway.point.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A series as InfluxDB answers it: its name, its tags, and a row of fields for each time. */
final class InfluxSeries {

    private InfluxSeries() {}

    static List<Point> points(JsonNode series) {
        Map<String, String> tags = new TreeMap<>();
        series.path("tags").properties().forEach(tag -> tags.put(tag.getKey(), text(tag)));
        // A tag that only other series of the measurement have.
        tags.values().removeIf(String::isEmpty);
        List<Point> points = new ArrayList<>();
        for (JsonNode row : series.path("values")) {
            points.add(
                    new Point(
                            series.path("name").asText(),
                            tags,
                            fields(series.path("columns"), row),
                            row.get(0).asLong()));
        }
        return points;
    }

    private static String text(Map.Entry<String, JsonNode> tag) {
        return tag.getValue().asText();
    }

    /** The first column is the time. */
    private static Map<String, Object> fields(JsonNode columns, JsonNode row) {
        Map<String, Object> fields = new TreeMap<>();
        for (int i = 1; i < columns.size(); i++) {
            JsonNode value = row.get(i);
            if (!value.isNull()) {
                fields.put(
                        columns.get(i).asText(),
                        value.isNumber() ? (Object) value.asDouble() : value.asText());
            }
        }
        return fields;
    }
}
