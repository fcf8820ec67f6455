package guance.awsgateway.metrics;

import guance.awsgateway.settings.StatisticSettings;
import java.util.List;

/** Which statistics are asked for, so that those wanted can be had. */
final class QueryPlan {

    private final StatisticSettings statistics;

    QueryPlan(StatisticSettings statistics) {
        this.statistics = statistics;
    }

    /** What is sent for a metric, in the order of the settings. */
    List<String> wanted(String metric) {
        return statistics.of(metric);
    }

    /** What CloudWatch is asked for: not the Average, where Sum and SampleCount are at hand. */
    List<String> asked(String metric) {
        List<String> wanted = wanted(metric);
        return derivesAverage(wanted)
                ? wanted.stream().filter(statistic -> !statistic.equals("Average")).toList()
                : wanted;
    }

    static boolean derivesAverage(List<String> wanted) {
        return wanted.containsAll(List.of("Average", "Sum", "SampleCount"));
    }
}
