package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.point.Point;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** From the bytes of a body to its points. */
final class GuanceBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private GuanceBody() {}

    /**
     * @throws IOException where the bytes are not gzip, or are cut short
     */
    static byte[] gunzip(byte[] body) throws IOException {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return plain.readAllBytes();
        }
    }

    static boolean looksGzipped(byte[] body) {
        return body.length > 1 && body[0] == 0x1F && body[1] == (byte) 0x8B;
    }

    /**
     * DataKit's JSON: an array of points, all numbers of which become floats.
     *
     * @throws IOException where it is none, or a point lacks measurement, fields or time
     */
    static List<Point> json(byte[] body) throws IOException {
        List<Point> points = new ArrayList<>();
        for (JsonNode each : JSON.readTree(body)) {
            if (!each.path("measurement").isTextual()
                    || each.path("fields").isEmpty()
                    || !each.path("time").canConvertToLong()) {
                throw new IOException("point " + points.size() + " lacks a member");
            }
            points.add(point(each));
        }
        return points;
    }

    private static Point point(JsonNode json) throws IOException {
        Map<String, String> tags = new TreeMap<>();
        for (var tag : json.path("tags").properties()) {
            if (!tag.getValue().isTextual() || tag.getValue().asText().isEmpty()) {
                throw new IOException("tag " + tag.getKey() + " is no text");
            }
            tags.put(tag.getKey(), tag.getValue().asText());
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (var field : json.path("fields").properties()) {
            fields.put(field.getKey(), value(field.getValue()));
        }
        String measurement = json.get("measurement").asText();
        return new Point(measurement, tags, fields, json.get("time").asLong());
    }

    private static Object value(JsonNode value) throws IOException {
        if (!value.isNumber() && !value.isTextual()) {
            throw new IOException(value + " is neither number nor text");
        }
        return value.isNumber() ? (Object) value.asDouble() : value.asText();
    }
}
