package guance.awsgateway.simulation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a user sets the collector to read. */
enum Setting {
    EVERYTHING(Map.of()),
    FEWER_METRICS(Map.of("metrics.selection[1]", "NOT, 5xx, ConnectCount, MessageCount")),
    FEWER_STATISTICS(Map.of("metrics.statistics", "Maximum, Sum")),
    OTHER_STATISTICS(Map.of("metrics.statistics", "Average, Minimum, SampleCount")),
    FEWER_GRAINS(Map.of("metrics.grains", "ApiName, ApiId")),
    /** With a selection, APIs that the inventory does not know yet are not read either. */
    FEWER_APIS(Map.of("apis.selection[0]", "NOT, rare-*")),
    WITHOUT_PROBE(Map.of("metrics.probe", "false"));

    private static final Set<String> METRICS = Set.of("5xx", "ConnectCount", "MessageCount");

    private final Map<String, String> lines;

    Setting(Map<String, String> lines) {
        this.lines = lines;
    }

    Map<String, String> lines() {
        return lines;
    }

    /** Whether it says which statistics are sent. */
    boolean choosesStatistics() {
        return lines.containsKey("metrics.statistics");
    }

    /**
     * @param field such as {@code Count_Sum}
     */
    boolean leavesOut(Place place, String field) {
        String metric = field.substring(0, field.lastIndexOf('_'));
        String statistic = field.substring(field.lastIndexOf('_') + 1);
        return switch (this) {
            case EVERYTHING, WITHOUT_PROBE -> false;
            case FEWER_METRICS -> METRICS.contains(metric);
            case FEWER_STATISTICS -> !List.of("Maximum", "Sum").contains(statistic);
            case OTHER_STATISTICS -> List.of("Maximum", "Sum").contains(statistic);
            case FEWER_GRAINS -> place.dimensions().size() > 1;
            case FEWER_APIS -> place.dimensions().getOrDefault("ApiName", "").startsWith("rare-");
        };
    }
}
