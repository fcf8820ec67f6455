package guance.awsgateway.simulation;

import guance.awsgateway.point.Point;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Which point of the account's metrics it is; joined and extra tags are not in it. */
record Place(String region, String measurement, Map<String, String> dimensions, Instant time) {

    static Place of(Point point) {
        Map<String, String> tags = point.tags();
        Map<String, String> dimensions = new TreeMap<>();
        for (String name : tags.getOrDefault("Dimensions", "none").split(",")) {
            if (!name.equals("none")) {
                dimensions.put(name, tags.getOrDefault(name, ""));
            }
        }
        return new Place(
                tags.get("region_id"),
                point.measurement(),
                dimensions,
                Instant.ofEpochSecond(0, point.time()));
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(time, region, dimensions);
    }
}
