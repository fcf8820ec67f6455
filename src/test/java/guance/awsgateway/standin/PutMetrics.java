package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * PutMetricData, and what was put, in order of arrival. Source: PutMetricData and MetricDatum in
 * the API reference.
 */
public final class PutMetrics {

    private static final int MOST = 1_000;
    private static final int DIMENSIONS = 30;
    private static final Duration OLDEST = Duration.ofDays(14);
    private static final Duration NEWEST = Duration.ofHours(2);

    private final Collection<Datum> all = new ConcurrentLinkedQueue<>();

    /** One value of one metric. */
    public record Datum(
            String account,
            String region,
            Metric metric,
            Instant time,
            double value,
            String unit) {}

    public List<Datum> all() {
        return List.copyOf(all);
    }

    /** Keeps all of a request, or nothing of a wrong one. */
    byte[] answer(JsonNode body, AwsContext context) {
        String namespace = body.path("Namespace").asText();
        JsonNode data = body.path("MetricData");
        check(!namespace.isBlank() && !namespace.startsWith("AWS/"), "Namespace");
        check(!data.isEmpty() && data.size() <= MOST, "MetricData");
        data.forEach(one -> check(one, context.now()));
        data.forEach(one -> all.add(datum(namespace, one, context)));
        return Cbor.bytes(
                out -> {
                    out.writeStartObject();
                    out.writeEndObject();
                });
    }

    private static void check(JsonNode one, Instant now) {
        Instant time = Cbor.time(one.path("Timestamp"));
        Map<String, String> dimensions = MetricReader.dimensions(one.path("Dimensions"));
        check(!one.path("MetricName").asText().isBlank(), "MetricName");
        check(dimensions.size() <= DIMENSIONS, "Dimensions");
        check(dimensions.values().stream().noneMatch(String::isBlank), "Dimensions");
        check(one.path("Value").isNumber() && Double.isFinite(value(one)), "Value");
        check(
                time == null
                        || !time.isBefore(now.minus(OLDEST)) && !time.isAfter(now.plus(NEWEST)),
                "Timestamp");
    }

    private static void check(boolean right, String parameter) {
        if (!right) {
            throw new AwsError(
                    400,
                    "InvalidParameterValueException",
                    "InvalidParameterValue",
                    "The value for parameter " + parameter + " is invalid.");
        }
    }

    private static Datum datum(String namespace, JsonNode one, AwsContext context) {
        Instant time = Cbor.time(one.path("Timestamp"));
        return new Datum(
                context.caller().account().name(),
                context.regionId(),
                new Metric(
                        namespace,
                        one.path("MetricName").asText(),
                        MetricReader.dimensions(one.path("Dimensions"))),
                time == null ? context.now() : time,
                value(one),
                one.path("Unit").asText("None"));
    }

    private static double value(JsonNode one) {
        return one.path("Value").asDouble();
    }
}
