package guance.awsgateway.standin;

import guance.awsgateway.operations.TextTable;
import guance.awsgateway.point.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Guance holds after the demo's first runs: a row an API, with its newest minute. */
record DemoReport(List<Point> objects, List<Point> metrics) {

    String text() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "account",
                        "region",
                        "API",
                        "protocol",
                        "points",
                        "minute",
                        "Count",
                        "Latency"));
        newest(objects, DemoReport::place).values().stream().map(this::row).forEach(rows::add);
        return new TextTable(rows).text();
    }

    /** Sorts the rows, and tells the APIs of one name apart. */
    private static String place(Point object) {
        return Stream.of("account_name", "region_id", "api_name", "ApiId")
                .map(object.tags()::get)
                .collect(Collectors.joining("\n"));
    }

    private List<String> row(Point object) {
        Map<String, String> tags = object.tags();
        List<Point> own = metrics.stream().filter(point -> belongs(point, tags)).toList();
        Point last =
                newest(
                                own.stream()
                                        .filter(point -> !point.tags().containsKey("Stage"))
                                        .toList(),
                                p -> "")
                        .get("");
        return List.of(
                tags.get("account_name"),
                tags.get("region_id"),
                tags.get("api_name"),
                tags.get("ProtocolType"),
                String.valueOf(own.size()),
                last == null ? "-" : Instant.ofEpochSecond(0, last.time()).toString(),
                last == null ? "-" : value(last, "Count_Sum", "MessageCount_Sum"),
                last == null ? "-" : value(last, "Latency_Average", "IntegrationLatency_Average"));
    }

    /** By the API's id; by name where REST APIs share one. */
    private static boolean belongs(Point point, Map<String, String> object) {
        Map<String, String> tags = point.tags();
        return tags.get("account_name").equals(object.get("account_name"))
                && tags.get("region_id").equals(object.get("region_id"))
                && (tags.containsKey("ApiId")
                        ? tags.get("ApiId").equals(object.get("ApiId"))
                        : object.get("api_name").equals(tags.get("api_name"))
                                && object.get("ProtocolType").equals("REST"));
    }

    private static String value(Point point, String... fields) {
        for (String field : fields) {
            if (point.fields().get(field) instanceof Double value) {
                return String.format(Locale.ROOT, "%.1f", value);
            }
        }
        return "-";
    }

    private static Map<String, Point> newest(List<Point> points, Function<Point, String> key) {
        Map<String, Point> newest = new TreeMap<>();
        for (Point point : points) {
            newest.merge(key.apply(point), point, (a, b) -> a.time() > b.time() ? a : b);
        }
        return newest;
    }
}
