package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guance.awsgateway.point.Point;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers {@code POST /v1/query/raw} in the shape of DataKit's own test of it, for a subset of DQL:
 * namespaces M and CO, fields or one count, one condition, BY and LIMIT.
 */
public final class GuanceQueries {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "`([^`]+)`";
    private static final Pattern QUERY =
            Pattern.compile(
                    "(?<space>M|CO)::`(?<source>[^`]+)`(:\\((?<target>.+?)\\))?"
                            + "( \\{ `(?<key>[^`]+)` = '(?<value>[^']*)' })?"
                            + "( BY (?<by>`.+?`))?( LIMIT (?<limit>\\d+))?");
    private static final Pattern COUNT =
            Pattern.compile("(count|count_distinct)\\(" + NAME + "\\) AS " + NAME);

    private final String token;
    private final Function<String, List<Point>> points;
    private final AtomicInteger blind = new AtomicInteger();
    private volatile Consumer<Map<String, Object>> objectChange = row -> {};

    /**
     * @param points of a category
     */
    GuanceQueries(String token, Function<String, List<Point>> points) {
        this.token = token;
        this.points = points;
    }

    /** The next so many queries find nothing, as before Guance has indexed what it took. */
    public void blindFor(int queries) {
        blind.set(queries);
    }

    /** Objects come back changed, by column, {@code time} in milliseconds among them. */
    public void changeObjects(Consumer<Map<String, Object>> change) {
        objectChange = change;
    }

    GuanceReply answer(byte[] raw) throws IOException {
        JsonNode body = JSON.readTree(raw);
        if (!token.equals(body.path("token").asText())) {
            return GuanceReply.error(403, "kodo.tokenNotFound", "token not found");
        }
        boolean blinded = blind.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        ArrayNode content = JSON.createArrayNode();
        for (JsonNode query : body.path("queries")) {
            Matcher parsed = QUERY.matcher(query.path("query").asText());
            if (!parsed.matches()) {
                return GuanceReply.error(400, "kodo.parseError", "parse error: " + query);
            }
            ArrayNode series = content.addObject().put("cost", "1ms").putArray("series");
            if (!blinded) {
                addSeries(parsed, query.path("time_range"), series);
            }
        }
        return GuanceReply.json(200, JSON.createObjectNode().set("content", content).toString());
    }

    private void addSeries(Matcher query, JsonNode range, ArrayNode series) {
        List<Map<String, Object>> rows =
                rows(query.group("space")).stream()
                        .filter(row -> query.group("source").equals(row.get("\0source")))
                        .filter(row -> isWithin(row, range))
                        .filter(row -> query.group("key") == null || isAsked(row, query))
                        .toList();
        List<String> by = names(query.group("by"));
        rows.stream()
                .collect(
                        Collectors.groupingBy(
                                row -> by.stream().map(row::get).toList(),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .forEach((key, group) -> addGroup(query, by, group, series.addObject()));
    }

    private static boolean isWithin(Map<String, Object> row, JsonNode range) {
        long time = (Long) row.get("time");
        return range.isMissingNode()
                || range.path(0).asLong() <= time && time <= range.path(1).asLong();
    }

    private static boolean isAsked(Map<String, Object> row, Matcher query) {
        return query.group("value").equals(row.get(query.group("key")));
    }

    private static List<String> names(String by) {
        return by == null
                ? List.of()
                : Arrays.stream(by.split(", ")).map(each -> each.replace("`", "")).toList();
    }

    private void addGroup(
            Matcher query, List<String> by, List<Map<String, Object>> rows, ObjectNode series) {
        series.put("name", query.group("source"));
        if (!by.isEmpty()) {
            ObjectNode tags = series.putObject("tags");
            by.forEach(key -> tags.put(key, String.valueOf(rows.get(0).get(key))));
        }
        String target = query.group("target") == null ? "" : query.group("target");
        Matcher count = COUNT.matcher(target);
        if (count.matches()) {
            long found = rows.stream().filter(row -> row.containsKey(count.group(2))).count();
            series.putArray("columns").add("time").add(count.group(3));
            series.putArray("values").addArray().addNull().add(found);
        } else {
            addColumns(target.isEmpty() ? columns(rows) : names(target), rows, series);
        }
    }

    private static List<String> columns(List<Map<String, Object>> rows) {
        return rows.stream()
                .flatMap(row -> row.keySet().stream())
                .filter(column -> !column.equals("time") && !column.startsWith("\0"))
                .distinct()
                .toList();
    }

    private static void addColumns(
            List<String> columns, List<Map<String, Object>> rows, ObjectNode series) {
        ArrayNode heading = series.putArray("columns").add("time");
        columns.forEach(heading::add);
        ArrayNode values = series.putArray("values");
        for (Map<String, Object> row : rows) {
            ArrayNode cells = values.addArray().add((Long) row.get("time"));
            columns.forEach(column -> cells.addPOJO(row.get(column)));
        }
    }

    /** By column; the measurement stands where no column can. */
    private List<Map<String, Object>> rows(String namespace) {
        return namespace.equals("M")
                ? points.apply("metric").stream().map(GuanceQueries::row).toList()
                : objects();
    }

    /** The newest of each name. */
    private List<Map<String, Object>> objects() {
        Map<String, Map<String, Object>> newest = new TreeMap<>();
        for (Point point : points.apply("custom_object")) {
            Map<String, Object> row = row(point);
            objectChange.accept(row);
            newest.put(point.measurement() + "\0" + point.tags().get("name"), row);
        }
        return List.copyOf(newest.values());
    }

    private static Map<String, Object> row(Point point) {
        Map<String, Object> row = new LinkedHashMap<>(point.fields());
        row.putAll(point.tags());
        row.put("time", point.time() / 1_000_000);
        row.put("\0source", point.measurement());
        return row;
    }
}
