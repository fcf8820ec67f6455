package guance.awsgateway.inventory;

import guance.awsgateway.point.Point;
import guance.awsgateway.settings.ApiSettings;
import guance.awsgateway.settings.MetricSelection;
import guance.awsgateway.settings.MetricSettings;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds the tags of its API to each point of API Gateway. */
public final class Join {

    private static final String MEASUREMENT = "aws_" + MetricSelection.API_GATEWAY;

    private final List<String> wanted;
    private final TagKeys tagKeys;

    public Join(MetricSettings metrics, ApiSettings apis) {
        this.wanted = metrics.join();
        this.tagKeys = new TagKeys(apis.tagKeys());
    }

    /**
     * Dimensions stay as CloudWatch sent them. {@code api_name} stands on every series that names
     * an API, known or not. Points of other namespaces pass unchanged.
     */
    public List<Point> join(Inventory inventory, List<Point> points) {
        // The points of a dimension set share one map of tags: it is joined once.
        Map<Map<String, String>, Map<String, String>> joined = new IdentityHashMap<>();
        return points.stream()
                .map(
                        point ->
                                point.measurement().equals(MEASUREMENT)
                                        ? with(
                                                point,
                                                joined.computeIfAbsent(
                                                        point.tags(), t -> tags(inventory, t)))
                                        : point)
                .toList();
    }

    private static Point with(Point point, Map<String, String> tags) {
        return new Point(point.measurement(), tags, point.fields(), point.time());
    }

    private Map<String, String> tags(Inventory inventory, Map<String, String> series) {
        Map<String, String> tags = new TreeMap<>(series);
        List<Api> apis = inventory.matching(series);
        if (apis.size() == 1) {
            addAll(tags, apis.get(0));
        } else if (apis.size() > 1) {
            addShared(tags, apis);
        }
        String reported = series.getOrDefault("ApiName", series.get("ApiId"));
        if (reported != null) {
            tags.putIfAbsent("api_name", reported);
        }
        return tags;
    }

    private void addAll(Map<String, String> tags, Api api) {
        tagKeys.addTo(tags, api);
        tags.put("api_name", api.name());
        for (String tag : wanted) {
            tags.putIfAbsent(
                    tag,
                    switch (tag) {
                        case "ApiId", "name" -> api.id();
                        case "ProtocolType" -> api.protocol();
                        case "instance_tags" -> InstanceTags.of(api.tags());
                        default ->
                                throw new IllegalArgumentException(
                                        "metrics.join has no object tag " + tag);
                    });
        }
    }

    /** What is true of them all: nothing tells which one a value belongs to. */
    private void addShared(Map<String, String> tags, List<Api> apis) {
        if (apis.stream().map(Api::name).distinct().count() == 1) {
            tags.put("api_name", apis.get(0).name());
        }
        if (wanted.contains("ProtocolType")) {
            tags.put("ProtocolType", apis.get(0).protocol());
        }
    }
}
