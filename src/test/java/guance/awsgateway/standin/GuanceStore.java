package guance.awsgateway.standin;

import guance.awsgateway.point.Point;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Keeps points the way Guance does, each as often as it came. */
final class GuanceStore {

    private static final Duration REWRITTEN_FROM = Duration.ofHours(2);

    private final GuanceReceiver receiver;
    private final Clock clock;
    private final Map<String, List<Point>> kept = new HashMap<>();

    GuanceStore(GuanceReceiver receiver, Clock clock) {
        this.receiver = receiver;
        this.clock = clock;
    }

    synchronized void keep(String category, List<Point> points) {
        List<Point> list = kept.computeIfAbsent(category, key -> new ArrayList<>());
        for (Point point : points) {
            Point stored = timed(category.equals("metric") ? withoutText(point) : point);
            if (!stored.fields().isEmpty()) {
                list.add(stored);
            }
        }
    }

    synchronized List<Point> points(String category) {
        return List.copyOf(kept.getOrDefault(category, List.of()));
    }

    /** String fields of metrics are dropped without a word. */
    private static Point withoutText(Point point) {
        Map<String, Object> fields = new LinkedHashMap<>(point.fields());
        fields.values().removeIf(String.class::isInstance);
        return new Point(point.measurement(), point.tags(), fields, point.time());
    }

    /** DataKit moves a point more than two hours from now to now. */
    private Point timed(Point point) {
        Instant now = clock.instant();
        Instant time = Instant.ofEpochSecond(0, point.time());
        if (receiver == GuanceReceiver.DATAWAY
                || Duration.between(time, now).abs().compareTo(REWRITTEN_FROM) <= 0) {
            return point;
        }
        Map<String, Object> fields = new LinkedHashMap<>(point.fields());
        fields.put("__orig_time", point.time());
        long nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        return new Point(point.measurement(), point.tags(), fields, nanos);
    }
}
