package guance.awsgateway.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A template file as it is shipped. */
record TemplateJson(Path file) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static TemplateJson of(String kind, String language) {
        return new TemplateJson(Path.of("guance", kind, language, "aws_api_gateway", "meta.json"));
    }

    static List<TemplateJson> all() {
        return List.of(
                of("dashboard", "en"),
                of("dashboard", "zh"),
                of("monitor", "en"),
                of("monitor", "zh"));
    }

    boolean isDashboard() {
        return file.startsWith(Path.of("guance", "dashboard"));
    }

    JsonNode root() {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> charts() {
        return list(root().path("main").path("charts"));
    }

    List<JsonNode> checkers() {
        return list(root().path("checkers"));
    }

    /** The queries of charts or monitors, expressions whole. */
    List<JsonNode> queries() {
        List<JsonNode> queries = new ArrayList<>();
        for (JsonNode chart : charts()) {
            chart.path("queries").forEach(item -> queries.add(item.path("query")));
        }
        for (JsonNode checker : checkers()) {
            queries.add(checker.path("extend").path("querylist").get(0).path("query"));
        }
        return queries;
    }

    /** The queries with one value, those of expressions too. */
    List<JsonNode> simple() {
        List<JsonNode> simple = new ArrayList<>();
        for (JsonNode query : queries()) {
            if (query.path("type").textValue().equals("simple")) {
                simple.add(query);
            } else {
                query.path("children").forEach(simple::add);
            }
        }
        return simple;
    }

    static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    static List<String> texts(JsonNode array) {
        return list(array).stream().map(JsonNode::textValue).toList();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
