package guance.awsgateway.standin;

import guance.awsgateway.point.Point;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads line protocol and refuses all that DataKit refuses, and what only the collector never
 * sends: a line without a time, an empty line, a comment, a field twice.
 *
 * <p>A backslash counts only before a character that needs it ({@code ,} space and {@code =} in
 * keys and tag values, the quote and itself in strings); before any other it is itself. So {@code
 * \\,} in a tag value is a backslash and a comma. Source: measured on DataKit.
 */
public final class StrictLineProtocol {

    /** Names the line, counted from 1 (a newline within a string counts), and the reason. */
    public static final class Refused extends RuntimeException {
        private Refused(int line, String reason) {
            super("line " + line + ": " + reason);
        }
    }

    private static final String IN_MEASUREMENT = ", ";
    private static final String IN_LABEL = ", =";
    private static final Pattern TIME = Pattern.compile("-?[0-9]{1,19}");
    private static final char END = '\0';

    private final String text;
    private int at;

    private StrictLineProtocol(String text) {
        this.text = text;
    }

    /**
     * @return the points in order, each with sorted tags; fields are Double, String, Boolean, or
     *     Long where the suffix i says so; empty for an empty body
     */
    public static List<Point> parse(byte[] body) {
        StrictLineProtocol lines = new StrictLineProtocol(decode(body));
        List<Point> points = new ArrayList<>();
        while (lines.at < lines.text.length()) {
            points.add(lines.point());
        }
        return points;
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new Refused(1, "not UTF-8");
        }
    }

    private Point point() {
        if (peek() == '#') {
            throw refused("a comment");
        }
        String measurement = label("measurement", IN_MEASUREMENT, IN_MEASUREMENT);
        Map<String, String> tags = new TreeMap<>();
        while (next() == ',') {
            tag(tags);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        do {
            field(fields);
        } while (next() == ',');
        return new Point(measurement, tags, fields, time());
    }

    private void tag(Map<String, String> tags) {
        String key = label("tag key", "=", IN_LABEL);
        at++;
        String value = label("value of tag " + key, ", ", IN_LABEL);
        if (tags.put(key, value) != null) {
            throw refused("tag " + key + " twice");
        }
    }

    private void field(Map<String, Object> fields) {
        String key = label("field key", "=", IN_LABEL);
        if (key.matches("(?s).*\\\\[,= ].*")) {
            throw refused("a backslash before what is escaped in field key " + key);
        }
        at++;
        Object value = peek() == '"' ? string() : GuanceFieldValue.parse(word(", \n"));
        if (value == null) {
            throw refused("field " + key + " is neither number, boolean nor string");
        }
        if (fields.put(key, value) != null) {
            throw refused("field " + key + " twice");
        }
        if (peek() != ',' && peek() != ' ') {
            throw refused("no time behind field " + key);
        }
    }

    /** Stops before one of {@code stops}; any other of {@code special} must be escaped. */
    private String label(String what, String stops, String special) {
        StringBuilder label = new StringBuilder();
        while (stops.indexOf(peek()) < 0) {
            char c = next();
            if (c == '\\' && special.indexOf(peek()) >= 0) {
                label.append(next());
            } else if (special.indexOf(c) >= 0 || Character.isISOControl(c)) {
                throw refused("the " + what + " has or ends at an unescaped " + name(c));
            } else {
                label.append(c);
            }
        }
        if (label.isEmpty()) {
            throw refused("the " + what + " is empty");
        }
        return label.toString();
    }

    private String string() {
        at++;
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            if (at >= text.length()) {
                throw refused("a string without its closing quote");
            }
            char c = next();
            boolean escapes = c == '\\' && (peek() == '"' || peek() == '\\');
            string.append(escapes ? next() : c);
        }
        at++;
        return string.toString();
    }

    private long time() {
        String time = word("\n");
        if (!TIME.matcher(time).matches()) {
            throw refused("the time is not a whole number");
        }
        if (at < text.length() && ++at == text.length()) {
            throw refused("a newline behind the last point");
        }
        try {
            return Long.parseLong(time);
        } catch (NumberFormatException e) {
            throw refused("the time is past 64 bits");
        }
    }

    private String word(String stops) {
        int start = at;
        while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private Refused refused(String reason) {
        // What was read last can be the newline that ends the line at fault.
        int upTo = Math.max(0, Math.min(at, text.length()) - 1);
        int newlines = (int) text.substring(0, upTo).chars().filter(c -> c == '\n').count();
        return new Refused(1 + newlines, reason);
    }

    private static String name(char c) {
        return switch (c) {
            case ' ' -> "space";
            case '\n' -> "newline";
            case END -> "end";
            default -> Character.isISOControl(c) ? "control character" : String.valueOf(c);
        };
    }
}
