package guance.awsgateway.metrics;

import guance.awsgateway.settings.StatisticSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which statistics are asked for, so that those wanted can be had. */
final class QueryPlan {

    private final StatisticSettings statistics;
    private final Map<String, Statistics> byMetric = new ConcurrentHashMap<>();

    /** Of one metric, as it is asked for over and over. */
    private record Statistics(List<String> wanted, List<String> asked) {

        static Statistics of(List<String> wanted) {
            return new Statistics(
                    wanted,
                    derivesAverage(wanted)
                            ? wanted.stream().filter(one -> !one.equals("Average")).toList()
                            : wanted);
        }
    }

    QueryPlan(StatisticSettings statistics) {
        this.statistics = statistics;
    }

    /** What is sent for a metric, in the order of the settings. */
    List<String> wanted(String metric) {
        return choice(metric).wanted();
    }

    /** What CloudWatch is asked for: not the Average, where Sum and SampleCount are at hand. */
    List<String> asked(String metric) {
        return choice(metric).asked();
    }

    private Statistics choice(String metric) {
        return byMetric.computeIfAbsent(metric, any -> Statistics.of(statistics.of(metric)));
    }

    static boolean derivesAverage(List<String> wanted) {
        return wanted.containsAll(List.of("Average", "Sum", "SampleCount"));
    }
}
