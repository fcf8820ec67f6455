package guance.awsgateway.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A query in Guance's language, and how it goes to {@code POST /v1/query/raw}.
 *
 * <p>Source: DataKit, {@code internal/httpapi/api_query.go} (request) and {@code api_query_test.go}
 * (answer), its manual of the API, and dql-go: {@code content} has one member a query, its {@code
 * series} rows of {@code columns} and {@code values}, and {@code tags} where the query groups.
 *
 * @param around the moment asked about, an hour each way; empty for what has no time, as objects
 */
public record Dql(String text, Optional<Instant> around) {

    private static final Duration REACH = Duration.ofHours(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    static byte[] body(String token, List<Dql> queries) {
        ObjectNode body = JSON.createObjectNode().put("token", token);
        ArrayNode all = body.putArray("queries");
        queries.forEach(each -> all.add(each.json()));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode json() {
        ObjectNode query = JSON.createObjectNode().put("query", text).put("disable_slimit", true);
        around.ifPresent(
                time ->
                        query.putArray("time_range")
                                .add(time.minus(REACH).toEpochMilli())
                                .add(time.plus(REACH).toEpochMilli()));
        return query;
    }

    /**
     * @return of each query its rows by column, tags included, in the order of the answer; numbers
     *     as {@link Number}, what is null left out
     */
    static List<List<Map<String, Object>>> rows(JsonNode answer) {
        List<List<Map<String, Object>>> all = new ArrayList<>();
        for (JsonNode query : answer.path("content")) {
            List<Map<String, Object>> rows = new ArrayList<>();
            query.path("series").forEach(series -> addRows(series, rows));
            all.add(rows);
        }
        return all;
    }

    private static void addRows(JsonNode series, List<Map<String, Object>> rows) {
        for (JsonNode values : series.path("values")) {
            Map<String, Object> row = new LinkedHashMap<>();
            series.path("tags").properties().forEach(tag -> put(row, tag.getKey(), tag.getValue()));
            for (int i = 0; i < values.size(); i++) {
                put(row, series.path("columns").path(i).asText(), values.get(i));
            }
            rows.add(row);
        }
    }

    private static void put(Map<String, Object> row, String column, JsonNode value) {
        if (!value.isNull()) {
            row.put(column, JSON.convertValue(value, Object.class));
        }
    }
}
