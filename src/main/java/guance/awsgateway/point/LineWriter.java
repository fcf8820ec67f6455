package guance.awsgateway.point;

import java.util.Arrays;

/** Writes cleaned points as line protocol in UTF-8 into one growing buffer. */
final class LineWriter {

    private static final String IN_MEASUREMENT = ", ";
    private static final String IN_LABEL = ", =";
    private static final String IN_STRING = "\"\\";
    private static final String NOTHING = "";

    private byte[] buffer = new byte[1024];
    private int size;

    /** Adds a line; {@code \n} stands between two, and behind none. */
    void add(Point point) {
        if (size > 0) {
            put('\n');
        }
        text(point.measurement(), IN_MEASUREMENT);
        point.tags().forEach(this::tag);
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
            // Never with the suffix i: a field keeps its first type, and ours are floats.
            text(Double.toString(number), NOTHING);
        } else {
            put('"');
            text((String) value, IN_STRING);
            put('"');
        }
    }

    private void text(String text, String escaped) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (escaped.indexOf(c) >= 0) {
                    put('\\');
                }
                put(c);
            } else if (Character.isHighSurrogate(c)) {
                i++;
                multibyte(Character.toCodePoint(c, text.charAt(i)));
            } else {
                multibyte(c);
            }
        }
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
        if (size == buffer.length) {
            buffer = Arrays.copyOf(buffer, size * 2);
        }
        buffer[size++] = (byte) octet;
    }
}
