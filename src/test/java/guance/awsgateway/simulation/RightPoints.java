package guance.awsgateway.simulation;

import guance.awsgateway.point.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The points that a collector that does all right sends at a time. */
record RightPoints(TrueValues truth, Instant now) {

    List<Point> between(Instant from, Instant to) {
        List<Point> points = new ArrayList<>();
        for (Instant time = from; time.isBefore(to); time = time.plusSeconds(60)) {
            points.addAll(of(time));
        }
        return points;
    }

    private List<Point> of(Instant minute) {
        List<Point> points = new ArrayList<>();
        for (String region : truth.regions()) {
            truth.at(region, minute, now)
                    .forEach((place, fields) -> points.add(point(place, fields)));
        }
        return points;
    }

    private Point point(Place place, Map<String, Object> fields) {
        long nanos = place.time().getEpochSecond() * 1_000_000_000;
        return new Point(place.measurement(), truth.tags(place).orElseThrow(), fields, nanos);
    }

    /**
     * @param value null for none
     */
    static Point changed(Point point, String field, Double value) {
        Map<String, Object> fields = new HashMap<>(point.fields());
        fields.put(field, value);
        fields.values().removeIf(each -> each == null);
        return new Point(point.measurement(), point.tags(), fields, point.time());
    }
}
