package guance.awsgateway.settings;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is asked of each metric.
 *
 * @param general statistics of metrics without a list of their own
 * @param byMetric metric name to its own statistics, instead of the general ones
 * @param percentiles metric name to its percentiles, in the order given
 */
public record StatisticSettings(
        List<String> general,
        SortedMap<String, List<String>> byMetric,
        SortedMap<String, List<String>> percentiles) {
    /** The statistics of CloudWatch, in the order in which they are asked for. */
    public static final List<String> KNOWN =
            List.of("Average", "Maximum", "Minimum", "SampleCount", "Sum");

    private static final Pattern PERCENTILE =
            Pattern.compile("(p|tm|wm|tc|ts)(100(\\.0{1,10})?|[1-9]?\\d(\\.\\d{1,10})?)|IQM");

    public StatisticSettings {
        general = List.copyOf(general);
        byMetric = Collections.unmodifiableSortedMap(new TreeMap<>(byMetric));
        percentiles = Collections.unmodifiableSortedMap(new TreeMap<>(percentiles));
    }

    static StatisticSettings read(Values values) {
        Parser<List<String>> statistics = Lists.of(StatisticSettings::statistic);
        return new StatisticSettings(
                values.value(Key.METRICS_STATISTICS, statistics),
                values.map(Key.METRICS_STATISTICS_OF, 0, statistics),
                values.map(Key.METRICS_PERCENTILES, 0, Lists.of(StatisticSettings::percentile)));
    }

    /**
     * @return statistics in the order of {@link #KNOWN}, then percentiles in the order given, such
     *     as {@code p99.9} and {@code tm99}
     */
    public List<String> of(String metric) {
        List<String> chosen = byMetric.getOrDefault(metric, general);
        return Stream.concat(
                        KNOWN.stream().filter(chosen::contains),
                        percentiles.getOrDefault(metric, List.of()).stream())
                .toList();
    }

    private static String statistic(String text) {
        if (!KNOWN.contains(text)) {
            String advice = PERCENTILE.matcher(text).matches() ? "; see metrics.percentiles" : "";
            throw new WrongValue(
                    "not a statistic; those are "
                            + String.join(", ", KNOWN)
                            + advice
                            + Nearest.question(Nearest.word(text, KNOWN)));
        }
        return text;
    }

    private static String percentile(String text) {
        if (!PERCENTILE.matcher(text).matches()) {
            throw new WrongValue(
                    "not a percentile; write p0 to p100, such as p99 or p99.9, or tm99, wm99,"
                            + " tc99, ts99, IQM");
        }
        return text;
    }
}
