package guance.awsgateway.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which sources feed which series of a region. REST APIs of one name feed the same series, as
 * CloudWatch knows them by name only.
 */
final class SeriesMap {
    private final String seed;
    private final Map<Metric, List<Source>> sources = new LinkedHashMap<>();

    /**
     * @param seed account and region
     */
    SeriesMap(String seed) {
        this.seed = seed;
    }

    Map<Metric, List<Source>> sources() {
        return sources;
    }

    void add(Api api) {
        for (Stage stage : api.stages()) {
            for (Route route : stage.routes()) {
                add(api, stage, route);
            }
        }
    }

    /** A series of another namespace. */
    void add(Metric metric, Traffic traffic) {
        String name = seed + "/" + metric.namespace() + "/" + metric.dimensions().values();
        feed(metric, new Source(Hash.of(name), traffic));
    }

    private void add(Api api, Stage stage, Route route) {
        String name = String.join("/", seed, api.id(), stage.name(), route.toString());
        Source source = new Source(Hash.of(name), api.traffic());
        for (Map<String, String> grain : Grains.of(api, stage, route)) {
            api.protocol().metrics.forEach(metric -> feed(metric, grain, source));
            if (stage.caching()) {
                api.protocol().cacheMetrics.forEach(metric -> feed(metric, grain, source));
            }
        }
        api.protocol().rollUp.forEach(metric -> feed(metric, Map.of(), source));
    }

    private void feed(String metric, Map<String, String> grain, Source source) {
        feed(new Metric(Metric.API_GATEWAY, metric, grain), source);
    }

    private void feed(Metric metric, Source source) {
        sources.computeIfAbsent(metric, any -> new ArrayList<>(1)).add(source);
    }
}
