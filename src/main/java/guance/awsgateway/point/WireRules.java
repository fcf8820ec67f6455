package guance.awsgateway.point;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a point one that Guance takes: one bad line would have the whole body refused.
 *
 * <p>In the measurement, keys and tag values, control characters become a space, then the text is
 * cut to its bytes (keys 256, the others 1024), then trailing backslashes are cut, and in keys of
 * fields those before what is escaped. A tag or field without a key, a tag left blank and a field
 * that is null, NaN or infinite are dropped. Unpaired surrogates become U+FFFD, in string fields
 * too. Source: the wire contract, "Line protocol".
 */
public final class WireRules {

    private WireRules() {}

    /**
     * Cleaning twice changes nothing more, and a point cleaned before is given back as it is.
     *
     * <p>Of keys that become equal, the first wins: tags in the order of their keys as they were,
     * fields in the order of their map. A number other than a double becomes one, any other field
     * its text. A {@code #} that begins a measurement, which would make its line a comment, becomes
     * {@code _}.
     *
     * @return with tags sorted by {@link String#compareTo}, which is the order of the UTF-8 bytes
     *     but for characters past U+FFFF (receivers sort for themselves); empty where no field or
     *     no measurement is left
     */
    public static Optional<Point> clean(Point point) {
        String measurement = measurement(point.measurement());
        Map<String, Object> fields = fields(point.fields());
        if (measurement.isEmpty() || fields.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> tags = tags(point.tags());
        boolean same =
                measurement.equals(point.measurement())
                        && fields == point.fields()
                        && tags == point.tags();
        return Optional.of(same ? point : new Point(measurement, tags, fields, point.time()));
    }

    private static String measurement(String text) {
        String label = WireText.label(text, WireText.VALUE_BYTES);
        return label.startsWith("#") ? "_" + label.substring(1) : label;
    }

    private static Map<String, String> tags(Map<String, String> tags) {
        boolean sorted = tags instanceof SortedMap<String, String> map && map.comparator() == null;
        if (sorted && areClean(tags)) {
            return tags;
        }
        SortedMap<String, String> clean = new TreeMap<>();
        new TreeMap<>(tags)
                .forEach(
                        (key, value) -> {
                            String cleanValue = tagValue(value);
                            if (!cleanValue.isEmpty()) {
                                clean.putIfAbsent(key(key), cleanValue);
                            }
                        });
        clean.remove("");
        return Collections.unmodifiableSortedMap(clean);
    }

    private static boolean areClean(Map<String, String> tags) {
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            if (!isCleanTag(tag)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCleanTag(Map.Entry<String, String> tag) {
        String value = tagValue(tag.getValue());
        return !value.isEmpty() && value.equals(tag.getValue()) && isCleanKey(tag.getKey());
    }

    private static Map<String, Object> fields(Map<String, Object> fields) {
        if (haveClean(fields)) {
            return fields;
        }
        Map<String, Object> clean = new LinkedHashMap<>();
        fields.forEach(
                (key, value) -> {
                    Object cleanValue = fieldValue(value);
                    if (cleanValue != null) {
                        clean.putIfAbsent(WireText.fieldKey(key), cleanValue);
                    }
                });
        clean.remove("");
        return Collections.unmodifiableMap(clean);
    }

    private static boolean haveClean(Map<String, Object> fields) {
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            String key = field.getKey();
            if (!isCleanValue(field.getValue())
                    || key.isEmpty()
                    || !key.equals(WireText.fieldKey(key))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCleanValue(Object value) {
        return value instanceof Double number
                ? Double.isFinite(number)
                : value != null && value.equals(fieldValue(value));
    }

    private static boolean isCleanKey(String key) {
        return !key.isEmpty() && key.equals(key(key));
    }

    private static String key(String key) {
        return WireText.label(key, WireText.KEY_BYTES);
    }

    private static String tagValue(String value) {
        return value == null ? "" : WireText.label(value, WireText.VALUE_BYTES);
    }

    /** Null where the field is to be dropped. */
    private static Object fieldValue(Object value) {
        if (value instanceof Number number) {
            double real = number.doubleValue();
            return Double.isFinite(real) ? (Object) real : null;
        }
        return value == null ? null : WireText.wellFormed(value.toString());
    }
}
