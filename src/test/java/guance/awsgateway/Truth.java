package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Datapoint;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.Statistics;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What must arrive of a world's metrics, point by point, beside what did. */
record Truth(Map<Truth.Place, Map<String, Object>> fields) {

    static final Instant FROM = Instant.parse("2026-11-24T08:05:00Z");
    static final Instant TO = Instant.parse("2026-11-24T08:10:00Z");

    /** Which point it is: neither tags of the join nor extra ones are in it. */
    record Place(
            String account,
            String region,
            String measurement,
            Map<String, String> dimensions,
            Instant time) {}

    /** Every datapoint of five minutes of all targets whose series the test is about. */
    static Truth of(World world, Predicate<Datapoint> wanted) {
        return of(world, FROM, TO, TO.plus(Duration.ofDays(1)), wanted);
    }

    /** Every datapoint that starts in [from, to), once it has settled. */
    static Truth of(World world, Predicate<Datapoint> wanted, Instant from, Instant to) {
        return of(world, from, to, to.plus(Duration.ofDays(1)), wanted);
    }

    /**
     * Every datapoint that starts in [from, to) of the series that the test is about.
     *
     * @param seen when it is looked at
     */
    static Truth of(
            World world, Instant from, Instant to, Instant seen, Predicate<Datapoint> wanted) {
        Map<Place, Map<String, Object>> fields = new HashMap<>();
        for (Account account : world.accounts()) {
            for (Region region : account.regions().values()) {
                region.metrics()
                        .truth(from, to, Duration.ofMinutes(1), seen)
                        .forEach(
                                (at, statistics) -> {
                                    if (wanted.test(at)) {
                                        fields.computeIfAbsent(
                                                        place(account.name(), region.id(), at),
                                                        any -> new HashMap<>())
                                                .putAll(fields(at.metric().name(), statistics));
                                    }
                                });
            }
        }
        return new Truth(fields);
    }

    private static Place place(String account, String region, Datapoint at) {
        String measurement = "aws_" + at.metric().namespace();
        return new Place(account, region, measurement, at.metric().dimensions(), at.time());
    }

    private static Map<String, Object> fields(String metric, Statistics statistics) {
        return Map.of(
                metric + "_Average", statistics.average(),
                metric + "_Maximum", statistics.maximum(),
                metric + "_Minimum", statistics.minimum(),
                metric + "_SampleCount", statistics.sampleCount(),
                metric + "_Sum", statistics.sum());
    }

    /** Fails for a point that came twice. */
    static Truth arrived(List<Point> points) {
        return new Truth(points.stream().collect(Collectors.toMap(Truth::place, Point::fields)));
    }

    private static Place place(Point point) {
        Map<String, String> tags = point.tags();
        Map<String, String> dimensions =
                Arrays.stream(tags.get("Dimensions").split(","))
                        .filter(name -> !name.equals("none"))
                        .collect(Collectors.toMap(name -> name, tags::get));
        return new Place(
                tags.get("account_name"),
                tags.get("region_id"),
                point.measurement(),
                dimensions,
                Instant.ofEpochSecond(0, point.time()));
    }

    /** What a region has of it. */
    Truth of(String region) {
        Map<Place, Map<String, Object>> of = new HashMap<>(fields);
        of.keySet().removeIf(place -> !place.region().equals(region));
        return new Truth(of);
    }

    void isAllThatArrived(List<Point> points) {
        Map<Place, Map<String, Object>> arrived = arrived(points).fields;
        assertThat(arrived.keySet()).isEqualTo(fields.keySet());
        assertThat(arrived).isEqualTo(fields);
    }

    /** More may have arrived. */
    void isIn(List<Point> points) {
        assertThat(arrived(points).fields).containsAllEntriesOf(fields);
    }
}
