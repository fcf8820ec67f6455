package guance.awsgateway.metrics;

import guance.awsgateway.inventory.ChosenApis;
import guance.awsgateway.inventory.Inventory;
import guance.awsgateway.settings.MetricSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/** Keeps, of what ListMetrics names page by page, the series that are read. */
public final class Discovery {

    /** RecentlyActive looks back three hours, and is approximate: a margin of half an hour. */
    private static final Duration RECENT = Duration.ofMinutes(150);

    private final SeriesSelection selection;
    private final Clock clock;

    public Discovery(MetricSettings settings, ChosenApis apis, Clock clock) {
        this.selection = new SeriesSelection(settings, apis);
        this.clock = clock;
    }

    /** The namespaces to list. */
    public List<String> namespaces() {
        return selection.namespaces();
    }

    /** The prefix of the client to list with: the recent one names fewer series, on fewer pages. */
    public String client(Window window) {
        Instant recent = clock.instant().minus(RECENT);
        return window.from().isBefore(recent) ? "cloudwatch-" : "cloudwatch-recent-";
    }

    /** A new, empty collection for one run. */
    public Set<Series> none() {
        return new LinkedHashSet<>();
    }

    /** Adds what one page names and the settings select. */
    public void keep(Set<Series> found, ListMetricsResponse page, Inventory inventory) {
        page.metrics().stream()
                .filter(Discovery::isWhole)
                .map(metric -> new Series(set(metric), metric.metricName()))
                .filter(series -> selection.selects(series, inventory))
                .forEach(found::add);
    }

    /** CloudWatch names everything; what imitates it may leave a name out. */
    private static boolean isWhole(Metric metric) {
        return metric.namespace() != null
                && metric.metricName() != null
                && metric.dimensions().stream()
                        .allMatch(d -> d.name() != null && d.value() != null);
    }

    private static DimensionSet set(Metric metric) {
        SortedMap<String, String> dimensions = new TreeMap<>();
        for (Dimension dimension : metric.dimensions()) {
            dimensions.put(dimension.name(), dimension.value());
        }
        return new DimensionSet(metric.namespace(), dimensions);
    }
}
