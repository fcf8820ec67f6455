package guance.awsgateway.standin;

import guance.awsgateway.point.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a receiver that overwrites holds: by series and time, field by field. */
final class Overwritten {

    private record Place(String measurement, Map<String, String> tags, long time) {}

    private final Map<Place, Map<String, Object>> fields = new LinkedHashMap<>();

    /** The newest value of a field stays, and so do fields that the point does not have. */
    void put(Point point) {
        Place place = new Place(point.measurement(), point.tags(), point.time());
        Map<String, Object> known = fields.remove(place);
        Map<String, Object> all = known == null ? new LinkedHashMap<>() : known;
        all.putAll(point.fields());
        fields.put(place, all);
    }

    /** What was written last stands last. */
    List<Point> points() {
        return fields.entrySet().stream()
                .map(each -> point(each.getKey(), each.getValue()))
                .toList();
    }

    private static Point point(Place place, Map<String, Object> fields) {
        return new Point(place.measurement, place.tags, fields, place.time);
    }
}
