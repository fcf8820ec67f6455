package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSelection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The demand of some series, in all and in parts.
 *
 * @param byGrain of {@code AWS/ApiGateway} alone, by the words of {@code metrics.grains}
 * @param byMetric by name, which its namespace precedes where that is not {@code AWS/ApiGateway}
 */
public record Breakdown(
        Demand total, SortedMap<String, Demand> byGrain, SortedMap<String, Demand> byMetric) {

    public static final Breakdown NONE =
            new Breakdown(Demand.NONE, Collections.emptySortedMap(), Collections.emptySortedMap());

    public Breakdown {
        byGrain = Collections.unmodifiableSortedMap(new TreeMap<>(byGrain));
        byMetric = Collections.unmodifiableSortedMap(new TreeMap<>(byMetric));
    }

    /** The grain as {@code metrics.grains} takes it, such as {@code ApiName+Stage}. */
    static String grain(DimensionSet set) {
        return set.dimensions().isEmpty() ? "none" : String.join("+", set.dimensions().keySet());
    }

    /** The metric as a step of {@code metrics.selection} names it. */
    static String metric(Series series) {
        return isOfApiGateway(series)
                ? series.metric()
                : series.set().namespace() + ": " + series.metric();
    }

    static boolean isOfApiGateway(Series series) {
        return series.set().namespace().equals(MetricSelection.API_GATEWAY);
    }
}
