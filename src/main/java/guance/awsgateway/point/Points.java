package guance.awsgateway.point;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a route does to points by one line of YAML: the bean {@code points}.
 *
 * <pre>{@code
 * - bean:
 *     ref: points
 *     method: tag(${body}, 'team', 'platform')
 * - bean:
 *     ref: points
 *     method: drop(${body}, '*_Minimum')
 * }</pre>
 *
 * <p>The order of the points stays; the points given are not changed.
 */
public final class Points {

    /**
     * Sets a tag on every point, in place of one of that key.
     *
     * @param value a blank one takes the tag away
     */
    public List<Point> tag(List<Point> points, String key, String value) {
        return points.stream().map(point -> tagged(point, key, value)).toList();
    }

    /**
     * Takes the fields and the tags of a name away, and the points that have no field left.
     *
     * @param name the whole name, case-sensitive; {@code *} stands for any characters, or none
     */
    public List<Point> drop(List<Point> points, String name) {
        Pattern pattern = pattern(name);
        return points.stream()
                .map(point -> without(point, pattern))
                .filter(point -> !point.fields().isEmpty())
                .toList();
    }

    private static Point tagged(Point point, String key, String value) {
        Map<String, String> tags = new HashMap<>(point.tags());
        tags.put(key, value);
        return new Point(point.measurement(), tags, point.fields(), point.time());
    }

    private static Point without(Point point, Pattern name) {
        return new Point(
                point.measurement(),
                without(point.tags(), name),
                without(point.fields(), name),
                point.time());
    }

    private static <V> Map<String, V> without(Map<String, V> members, Pattern name) {
        Map<String, V> left = new HashMap<>(members);
        left.keySet().removeIf(name.asMatchPredicate());
        return left;
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(
                Stream.of(name.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }
}
