package guance.awsgateway.metrics;

import guance.awsgateway.target.Target;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tags that the points of a dimension set carry before the join. */
final class MetricTags {

    private static final Set<String> OURS =
            Set.of("account_name", "region_id", "cloud_provider", "Dimensions");

    private MetricTags() {}

    /** A dimension wins over an extra tag of its name, and stands aside for one of ours. */
    static Map<String, String> of(Target target, DimensionSet set) {
        Map<String, String> tags = new TreeMap<>(target.account().extraTags());
        set.dimensions().forEach((name, value) -> tags.put(tag(name), value));
        tags.put("account_name", target.account().name());
        tags.put("region_id", target.region());
        tags.put("cloud_provider", "aws");
        tags.put("Dimensions", names(set));
        return tags;
    }

    /** The tag of a dimension. */
    static String tag(String dimension) {
        return OURS.contains(dimension) ? "dimension_" + dimension : dimension;
    }

    private static String names(DimensionSet set) {
        return set.dimensions().isEmpty() ? "none" : String.join(",", set.dimensions().keySet());
    }
}
