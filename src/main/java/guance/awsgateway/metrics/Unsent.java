package guance.awsgateway.metrics;

import guance.awsgateway.point.Point;
import guance.awsgateway.point.WireRules;
import guance.awsgateway.target.Target;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which dimension sets the points belong to that could be neither sent nor parked.
 *
 * <p>On their way they were joined, cleaned and perhaps changed by a user's step: they are known
 * again by the tags of their dimensions. One that is not known again leaves every set undone.
 */
final class Unsent {

    private final Map<DimensionSet, Set<Long>> seconds = new HashMap<>();
    private boolean unknown;

    Unsent(Target target, Reading reading, List<Point> points) {
        if (points.isEmpty()) {
            return;
        }
        Map<Map<String, String>, DimensionSet> sets = new HashMap<>();
        for (Reading.SetReading one : reading.sets()) {
            sets.put(key(target, one.set()), one.set());
        }
        for (Point point : points) {
            DimensionSet set = sets.get(key(point));
            if (set == null) {
                unknown = true;
            } else {
                seconds.computeIfAbsent(set, each -> new HashSet<>()).add(second(point));
            }
        }
    }

    /** Whether a point of the set is left. */
    boolean has(DimensionSet set) {
        return unknown || seconds.containsKey(set);
    }

    /**
     * @param marks one a period
     * @return those of points that are not left
     */
    long[] without(DimensionSet set, long[] marks, long first, Duration period) {
        if (unknown) {
            // It may be any of them: better sent twice than never.
            return new long[marks.length];
        }
        long[] rest = marks.clone();
        for (long second : seconds.getOrDefault(set, Set.of())) {
            long place = (second - first) / period.toSeconds();
            if (place >= 0 && place < rest.length) {
                rest[(int) place] = 0;
            }
        }
        return rest;
    }

    private static long second(Point point) {
        return Duration.ofNanos(point.time()).toSeconds();
    }

    private static Map<String, String> key(Target target, DimensionSet set) {
        Point bare =
                new Point(
                        "aws_" + set.namespace(),
                        MetricTags.of(target, set),
                        Map.of("value", 0.0),
                        0);
        return key(WireRules.clean(bare).orElse(bare));
    }

    private static Map<String, String> key(Point point) {
        Map<String, String> key = new TreeMap<>();
        key.put("", point.measurement());
        for (String name : point.tags().getOrDefault("Dimensions", "").split(",")) {
            String tag = MetricTags.tag(name);
            key.put(tag, point.tags().getOrDefault(tag, ""));
        }
        return key;
    }
}
