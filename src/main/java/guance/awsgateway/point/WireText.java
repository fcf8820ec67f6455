package guance.awsgateway.point;

import java.util.regex.Pattern;

/** Text as the wire takes it; every method gives back its argument where nothing is to do. */
final class WireText {

    /** Bytes of UTF-8, before escaping; DataKit cuts at the same lengths, within a character. */
    static final int KEY_BYTES = 256;

    static final int VALUE_BYTES = 1024;

    private static final Pattern BEFORE_ESCAPED = Pattern.compile("\\\\+(?=[,= ])");

    private static final char REPLACEMENT = '\uFFFD';

    private WireText() {}

    /**
     * A key, tag value or measurement: no control characters, at most {@code maxBytes} of UTF-8 cut
     * between characters, no trailing backslash (it would escape the separator behind it).
     *
     * @return empty where nothing but blanks is left
     */
    static String label(String text, int maxBytes) {
        if (isPlain(text, maxBytes)) {
            return text;
        }
        String cut = withoutTrailingBackslashes(cut(wellFormed(spaced(text)), maxBytes));
        return cut.isBlank() ? "" : cut;
    }

    /** Whether it is printable ASCII that begins with no blank and ends with no backslash. */
    private static boolean isPlain(String text, int most) {
        int length = text.length();
        if (length == 0
                || length > most
                || text.charAt(0) == ' '
                || text.charAt(length - 1) == '\\') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /**
     * A key of a field: as a label, and without backslashes before a comma, an equals sign or a
     * space. InfluxDB 1.6 refuses {@code a\\,b} there, though it reads it in a tag.
     *
     * @return empty where nothing but blanks is left
     */
    static String fieldKey(String text) {
        String label = label(text, KEY_BYTES);
        if (label.indexOf('\\') < 0) {
            return label;
        }
        String key = BEFORE_ESCAPED.matcher(label).replaceAll("");
        return key.isBlank() ? "" : key;
    }

    /** Unpaired surrogates, which UTF-8 cannot carry, become U+FFFD. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (unpaired(text, i)) {
                return replaceUnpaired(text);
            }
        }
        return text;
    }

    private static String replaceUnpaired(String text) {
        StringBuilder fixed = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (unpaired(text, i)) {
                fixed.setCharAt(i, REPLACEMENT);
            }
        }
        return fixed.toString();
    }

    private static boolean unpaired(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static String spaced(String text) {
        StringBuilder spaced = null;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                spaced = spaced == null ? new StringBuilder(text) : spaced;
                spaced.setCharAt(i, ' ');
            }
        }
        return spaced == null ? text : spaced.toString();
    }

    private static String cut(String text, int maxBytes) {
        if (text.length() * 3L <= maxBytes) {
            return text;
        }
        int bytes = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            bytes += utf8Length(text.codePointAt(i));
            if (bytes > maxBytes) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    private static int utf8Length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }

    private static String withoutTrailingBackslashes(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end--;
        }
        return text.substring(0, end);
    }
}
