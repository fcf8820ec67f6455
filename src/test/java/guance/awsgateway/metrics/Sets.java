package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Series and windows for tests. */
final class Sets {
    static final Instant EIGHT = Instant.parse("2026-11-24T08:00:00Z");

    private Sets() {}

    static DimensionSet set(String... namesAndValues) {
        return other("AWS/ApiGateway", namesAndValues);
    }

    static DimensionSet other(String namespace, String... namesAndValues) {
        Map<String, String> dimensions = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            dimensions.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new DimensionSet(namespace, new TreeMap<>(dimensions));
    }

    static List<Series> series(DimensionSet set, String... metrics) {
        return Stream.of(metrics).map(metric -> new Series(set, metric)).toList();
    }

    static Window window(Duration length) {
        return new Window(EIGHT, EIGHT.plus(length));
    }
}
