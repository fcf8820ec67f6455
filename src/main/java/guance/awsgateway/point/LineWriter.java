package guance.awsgateway.point;

import java.util.Arrays;
import java.util.Map;

/** Writes cleaned points as line protocol in UTF-8 into one growing buffer. */
final class LineWriter {

    private static final String IN_MEASUREMENT = ", ";
    private static final String IN_LABEL = ", =";
    private static final String IN_STRING = "\"\\";
    private static final String NOTHING = "";

    /** The longest text of a double, such as -1.2345678901234567E-300, and more. */
    private static final int DOUBLE = 26;

    /** From here on, Double.toString writes an exponent. */
    private static final double MOST_PLAIN = 1e7;

    private byte[] buffer = new byte[1024];
    private int size;
    private Point before;
    private int from;
    private int end;

    /** Adds a line; {@code \n} stands between two, and behind none. */
    void add(Point point) {
        if (size > 0) {
            put('\n');
        }
        series(point);
        char separator = ' ';
        for (var field : point.fields().entrySet()) {
            put(separator);
            text(field.getKey(), IN_LABEL);
            put('=');
            value(field.getValue());
            separator = ',';
        }
        put(' ');
        text(Long.toString(point.time()), NOTHING);
    }

    /** The points of a dimension set share one map of tags: it is written once, then copied. */
    private void series(Point point) {
        int begin = size;
        if (before != null
                && before.tags() == point.tags()
                && before.measurement().equals(point.measurement())) {
            room(end - from);
            System.arraycopy(buffer, from, buffer, size, end - from);
            size += end - from;
        } else {
            text(point.measurement(), IN_MEASUREMENT);
            point.tags().forEach(this::tag);
        }
        before = point;
        from = begin;
        end = size;
    }

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(buffer, size);
    }

    private void tag(String key, String value) {
        put(',');
        text(key, IN_LABEL);
        put('=');
        text(value, IN_LABEL);
    }

    private void value(Object value) {
        if (value instanceof Double number) {
            number(number);
        } else {
            put('"');
            text((String) value, IN_STRING);
            put('"');
        }
    }

    /** Never with the suffix i: a field keeps its first type, and ours are floats. */
    private void number(double value) {
        int whole = (int) value;
        // What Double.toString makes of it, for whole numbers without a detour.
        if (whole == value && whole > 0 && value < MOST_PLAIN) {
            text(Integer.toString(whole), NOTHING);
            put('.');
            put('0');
        } else {
            text(Double.toString(value), NOTHING);
        }
    }

    private void text(String text, String escaped) {
        // Of one char, UTF-8 makes three bytes at most, and a backslash two of an ASCII one.
        room(3 * text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (mayBeEscaped(c) && escaped.indexOf(c) >= 0) {
                    buffer[size++] = '\\';
                }
                buffer[size++] = (byte) c;
            } else if (Character.isHighSurrogate(c)) {
                i++;
                multibyte(Character.toCodePoint(c, text.charAt(i)));
            } else {
                multibyte(c);
            }
        }
    }

    private static boolean mayBeEscaped(char c) {
        return c <= ',' || c == '=' || c == '\\';
    }

    private void multibyte(int codePoint) {
        if (codePoint < 0x800) {
            put(0xC0 | codePoint >> 6);
        } else if (codePoint < 0x10000) {
            put(0xE0 | codePoint >> 12);
            put(0x80 | codePoint >> 6 & 0x3F);
        } else {
            put(0xF0 | codePoint >> 18);
            put(0x80 | codePoint >> 12 & 0x3F);
            put(0x80 | codePoint >> 6 & 0x3F);
        }
        put(0x80 | codePoint & 0x3F);
    }

    private void put(int octet) {
        room(1);
        buffer[size++] = (byte) octet;
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + more, size * 2));
        }
    }

    /** No fewer bytes than {@link #add} writes of a cleaned point, with the line break. */
    static long most(Point point) {
        long most = 3L * point.measurement().length() + 23;
        for (Map.Entry<String, String> tag : point.tags().entrySet()) {
            most += 3L * (tag.getKey().length() + tag.getValue().length()) + 2;
        }
        for (Map.Entry<String, Object> field : point.fields().entrySet()) {
            Object value = field.getValue();
            long text = value instanceof String string ? 3L * string.length() + 2 : DOUBLE;
            most += 3L * field.getKey().length() + text + 2;
        }
        return most;
    }
}
