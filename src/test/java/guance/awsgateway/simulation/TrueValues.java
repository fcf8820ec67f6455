package guance.awsgateway.simulation;

import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.Datapoint;
import guance.awsgateway.standin.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What CloudWatch has of a company at some time, shaped as the points that should come of it. */
final class TrueValues {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Asked(String region, Instant minute) {}

    private final Known company;
    private final Map<Asked, Map<Place, Map<String, Object>>> atOnce = new HashMap<>();
    private final Map<Place, Optional<Map<String, String>>> tags = new HashMap<>();
    private Instant once = Instant.MIN;

    TrueValues(Known company) {
        this.company = company;
    }

    /**
     * @param now when CloudWatch is looked at; questions of one time are answered from memory
     * @return the fields of every point of that minute, without a metric that always fails
     */
    Map<Place, Map<String, Object>> at(String region, Instant minute, Instant now) {
        if (!now.equals(once)) {
            atOnce.clear();
            once = now;
        }
        return atOnce.computeIfAbsent(new Asked(region, minute), asked -> read(asked, now));
    }

    /** Of one point; empty where CloudWatch has none. */
    Map<String, Object> at(Place place, Instant now) {
        return regions().contains(place.region())
                ? at(place.region(), place.time(), now).getOrDefault(place, Map.of())
                : Map.of();
    }

    private Map<Place, Map<String, Object>> read(Asked asked, Instant now) {
        Map<Place, Map<String, Object>> points = new HashMap<>();
        Instant end = asked.minute.plus(MINUTE);
        company.region(asked.region)
                .metrics()
                .truth(asked.minute, end, MINUTE, now)
                .forEach((at, statistics) -> add(asked.region, at, statistics, points));
        return points;
    }

    private void add(
            String region,
            Datapoint at,
            Statistics statistics,
            Map<Place, Map<String, Object>> points) {
        Map<String, String> set = at.metric().dimensions();
        if (!set.isEmpty() && company.sends(at.metric())) {
            Place place = new Place(region, "aws_" + at.metric().namespace(), set, at.time());
            Map<String, Object> fields = points.computeIfAbsent(place, any -> new HashMap<>());
            add(at.metric().name(), statistics, fields);
        }
    }

    private static void add(String metric, Statistics statistics, Map<String, Object> fields) {
        fields.put(metric + "_Average", statistics.average());
        fields.put(metric + "_Maximum", statistics.maximum());
        fields.put(metric + "_Minimum", statistics.minimum());
        fields.put(metric + "_SampleCount", statistics.sampleCount());
        fields.put(metric + "_Sum", statistics.sum());
    }

    /** Every tag of a point, where its API is known all the time, so that they never change. */
    Optional<Map<String, String>> tags(Place place) {
        Place series =
                new Place(place.region(), place.measurement(), place.dimensions(), Instant.EPOCH);
        return tags.computeIfAbsent(series, s -> company.steady(s).map(api -> tags(s, api)));
    }

    private static Map<String, String> tags(Place place, Api api) {
        Map<String, String> tags = new TreeMap<>(place.dimensions());
        tags.put(
                "Dimensions",
                place.dimensions().keySet().stream().sorted().collect(Collectors.joining(",")));
        tags.put("account_name", Company.NAME);
        tags.put("region_id", place.region());
        tags.put("cloud_provider", "aws");
        tags.put("api_name", api.name());
        tags.put("name", api.id());
        tags.put("ApiId", api.id());
        tags.put("ProtocolType", api.protocol().name());
        return tags;
    }

    List<String> regions() {
        return company.regions();
    }

    boolean holds(Place place) {
        return company.holds(place);
    }
}
