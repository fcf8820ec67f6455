package guance.awsgateway.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

class PutMetricsStandinTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final MetricDatum DATUM =
            MetricDatum.builder()
                    .metricName("Lag")
                    .dimensions(Dimension.builder().name("job").value("metrics").build())
                    .timestamp(NOON)
                    .value(360.0)
                    .unit(StandardUnit.SECONDS)
                    .build();
    private static final PutMetricDataRequest RIGHT =
            PutMetricDataRequest.builder().namespace("mine").metricData(DATUM).build();

    private final AwsStandin aws =
            new AwsStandin(World.demo(), Clock.fixed(NOON, ZoneOffset.UTC), PageSizes.AWS);
    private final CloudWatchClient client = AwsClients.of(aws, "shop", "eu-west-1").cloudWatch();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void whatIsPutIsKept() {
        client.putMetricData(RIGHT);

        assertThat(aws.put().all())
                .containsExactly(
                        new PutMetrics.Datum(
                                "shop",
                                "eu-west-1",
                                new Metric("mine", "Lag", Map.of("job", "metrics")),
                                NOON,
                                360.0,
                                "Seconds"));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("a namespace of AWS", r -> r.namespace("AWS/Mine")),
                wrong("no datum", r -> r.metricData(new MetricDatum[0])),
                wrong("not a number", r -> r.metricData(datum(d -> d.value(Double.NaN)))),
                wrong(
                        "two weeks old",
                        r -> r.metricData(datum(d -> d.timestamp(NOON.minusSeconds(1_209_601))))),
                wrong(
                        "three hours ahead",
                        r -> r.metricData(datum(d -> d.timestamp(NOON.plusSeconds(10_800))))));
    }

    private static Arguments wrong(String name, Consumer<PutMetricDataRequest.Builder> change) {
        return Arguments.of(name, change);
    }

    private static MetricDatum datum(Consumer<MetricDatum.Builder> change) {
        return DATUM.toBuilder().applyMutation(change).build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void whatAwsRefusesIsRefusedAndNotKept(
            String name, Consumer<PutMetricDataRequest.Builder> change) {
        PutMetricDataRequest request = RIGHT.toBuilder().applyMutation(change).build();

        CloudWatchException refusal =
                catchThrowableOfType(
                        CloudWatchException.class, () -> client.putMetricData(request));

        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue");
        assertThat(aws.put().all()).isEmpty();
    }
}
