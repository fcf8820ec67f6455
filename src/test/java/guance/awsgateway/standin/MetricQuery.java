package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One MetricDataQuery. Sources: API references of MetricDataQuery and MetricStat; "CloudWatch
 * statistics definitions" in the user guide, of which the stand-in knows pNN and tmNN.
 */
record MetricQuery(
        String id,
        Metric metric,
        Duration period,
        String statistic,
        String label,
        boolean returnData) {
    private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9_]*");
    private static final Pattern STATISTIC =
            Pattern.compile(
                    "SampleCount|Average|Sum|Minimum|Maximum"
                            + "|(p|tm)(100|\\d{1,2}(\\.\\d{1,10})?)");

    /**
     * @throws AwsError where AWS would not take it
     */
    static MetricQuery read(JsonNode json) {
        String id = json.path("Id").asText();
        JsonNode stat = json.path("MetricStat");
        check(
                ID.matcher(id).matches(),
                "The value "
                        + id
                        + " for parameter Id is not matching"
                        + " the expected pattern ^[a-z][a-zA-Z0-9_]*$.");
        check(
                stat.isObject(),
                "MetricStat is missing for " + id + "; the stand-in has no expressions.");
        int period = stat.path("Period").asInt();
        String statistic = stat.path("Stat").asText();
        check(period > 0 && period % 60 == 0, "The parameter Period must be a multiple of 60.");
        check(
                STATISTIC.matcher(statistic).matches(),
                "The value " + statistic + " for parameter Stat is invalid.");
        Metric metric = MetricReader.metric(stat.path("Metric"));
        return new MetricQuery(
                id,
                metric,
                Duration.ofSeconds(period),
                statistic,
                json.path("Label").asText(metric.name()),
                json.path("ReturnData").asBoolean(true));
    }

    /**
     * @param body of GetMetricData, which nobody has checked yet
     * @return what it asks for, by its range and periods; of a page after the first nothing, for
     *     the first has asked for all
     */
    static long datapoints(JsonNode body) {
        Instant start = Cbor.time(body.path("StartTime"));
        Instant end = Cbor.time(body.path("EndTime"));
        if (start == null || end == null || !body.path("NextToken").asText().isEmpty()) {
            return 0;
        }
        double seconds = Duration.between(start, end).toSeconds();
        long datapoints = 0;
        for (JsonNode query : body.path("MetricDataQueries")) {
            int period = query.path("MetricStat").path("Period").asInt();
            datapoints += period > 0 ? (long) Math.ceil(seconds / period) : 0;
        }
        return datapoints;
    }

    /**
     * @return how many metrics GetMetricData bills, by AWS's words: up to five statistics of one
     *     metric in one request are one; of a page after the first nothing
     */
    static long billed(JsonNode body) {
        if (!body.path("NextToken").asText().isEmpty()) {
            return 0;
        }
        Map<JsonNode, Integer> statistics = new HashMap<>();
        for (JsonNode query : body.path("MetricDataQueries")) {
            statistics.merge(query.path("MetricStat").path("Metric"), 1, Integer::sum);
        }
        return statistics.values().stream().mapToLong(some -> (some + 4) / 5).sum();
    }

    private static void check(boolean right, String message) {
        if (!right) {
            throw AwsError.invalid(message);
        }
    }
}
