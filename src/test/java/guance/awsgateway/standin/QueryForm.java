package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;

/**
 * A form of the old query protocol as the tree that the other protocols send: {@code A.member.2.B}
 * is the member B of the second of the list A, and a time is seconds since 1970. Source: CloudWatch
 * API reference (2010-08-01), "Making API requests".
 */
final class QueryForm {

    private static final String MEMBER = "member.";

    private QueryForm() {}

    static JsonNode tree(Map<String, String> form) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        form.forEach((name, value) -> put(tree, name, value));
        return tree;
    }

    private static void put(ObjectNode into, String name, String value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            putText(into, name, value);
        } else if (name.startsWith(MEMBER, dot + 1)) {
            int from = dot + 1 + MEMBER.length();
            int end = name.indexOf('.', from);
            int place = Integer.parseInt(name.substring(from, end < 0 ? name.length() : end));
            putItem(into.withArray(name.substring(0, dot)), place, name, end, value);
        } else {
            put(child(into, name.substring(0, dot)), name.substring(dot + 1), value);
        }
    }

    private static void putItem(ArrayNode list, int place, String name, int end, String value) {
        while (list.size() < place) {
            list.addObject();
        }
        if (end < 0) {
            list.set(place - 1, value);
        } else {
            put((ObjectNode) list.get(place - 1), name.substring(end + 1), value);
        }
    }

    private static ObjectNode child(ObjectNode of, String name) {
        JsonNode known = of.get(name);
        return known == null ? of.putObject(name) : (ObjectNode) known;
    }

    private static void putText(ObjectNode into, String name, String value) {
        if (name.endsWith("Time")) {
            into.put(name, seconds(value));
        } else {
            into.put(name, value);
        }
    }

    private static double seconds(String time) {
        try {
            return Instant.parse(time).toEpochMilli() / 1000.0;
        } catch (DateTimeParseException e) {
            throw AwsError.invalid("timestamp " + time + " is not in ISO 8601");
        }
    }
}
