package guance.awsgateway.standin;

import guance.awsgateway.point.Point;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Keeps points the way Guance does, each as often as it came, or the newest values only. */
final class GuanceStore {

    private static final Duration REWRITTEN_FROM = Duration.ofHours(2);

    private final GuanceReceiver receiver;
    private final Clock clock;
    private final GuanceKeeping keeping;
    private final Map<String, List<GuanceArrival>> kept = new HashMap<>();

    GuanceStore(GuanceReceiver receiver, Clock clock, GuanceKeeping keeping) {
        this.receiver = receiver;
        this.clock = clock;
        this.keeping = keeping;
    }

    /**
     * @param told whether the sender will learn of it
     */
    synchronized void keep(String category, List<Point> points, boolean told) {
        List<GuanceArrival> list = kept.computeIfAbsent(category, key -> new ArrayList<>());
        for (Point point : points) {
            Point stored = timed(category.equals("metric") ? withoutText(point) : point);
            if (keeping != GuanceKeeping.DROPS && !stored.fields().isEmpty()) {
                list.add(new GuanceArrival(stored, told));
            }
        }
    }

    /** In order of arrival, without the first so many. */
    synchronized List<GuanceArrival> arrivals(String category, int without) {
        List<GuanceArrival> all = kept.getOrDefault(category, List.of());
        return List.copyOf(all.subList(without, all.size()));
    }

    List<Point> points(String category) {
        List<Point> points = arrivals(category, 0).stream().map(GuanceArrival::point).toList();
        return switch (keeping) {
            case APPENDS, DROPS -> points;
            case OVERWRITES -> newest(points);
            case KEEPS_FIRST -> reversed(newest(reversed(points)));
        };
    }

    private static List<Point> newest(List<Point> points) {
        Overwritten last = new Overwritten();
        points.forEach(last::put);
        return last.points();
    }

    private static List<Point> reversed(List<Point> points) {
        List<Point> backwards = new ArrayList<>(points);
        Collections.reverse(backwards);
        return backwards;
    }

    /** String fields of metrics are dropped without a word. */
    private static Point withoutText(Point point) {
        if (point.fields().values().stream().noneMatch(String.class::isInstance)) {
            return point;
        }
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
