package guance.awsgateway.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

class MetricDataRefusalStandinTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final GetMetricDataRequest RIGHT =
            GetMetricDataRequest.builder()
                    .metricDataQueries(query("a", "Sum", 60), query("b", "Sum", 60))
                    .startTime(NOON.minusSeconds(600))
                    .endTime(NOON)
                    .build();

    private final AwsStandin aws =
            new AwsStandin(
                    World.demo(),
                    Clock.fixed(NOON, ZoneOffset.UTC),
                    new PageSizes(25, 500, 15, false));
    private final CloudWatchClient client = AwsClients.of(aws, "shop", "eu-west-1").cloudWatch();

    @AfterEach
    void close() {
        aws.close();
    }

    static Stream<Arguments> wrong() {
        List<MetricDataQuery> tooMany =
                IntStream.rangeClosed(0, 500).mapToObj(i -> query("q" + i, "Sum", 60)).toList();
        MetricDataQuery one = query("a", "Sum", 60);
        return Stream.of(
                wrong("501 queries", r -> r.metricDataQueries(tooMany)),
                wrong("no query", r -> r.metricDataQueries(List.of())),
                wrong("an id twice", r -> r.metricDataQueries(one, one)),
                wrong("id in capitals", r -> r.metricDataQueries(query("A", "Sum", 60))),
                wrong("period of 90 s", r -> r.metricDataQueries(query("a", "Sum", 90))),
                wrong("unknown statistic", r -> r.metricDataQueries(query("a", "sum", 60))),
                wrong("end at start", r -> r.endTime(RIGHT.startTime())));
    }

    private static Arguments wrong(String name, Consumer<GetMetricDataRequest.Builder> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void whatAwsRefusesIsRefused(String name, Consumer<GetMetricDataRequest.Builder> change) {
        assertThat(code(change)).isEqualTo("ValidationError");
    }

    @Test
    void aTokenIsGoodForItsRequestOnly() {
        String token = client.getMetricData(RIGHT).nextToken();

        assertThat(token).isNotNull();
        assertThat(code(r -> r.nextToken(token).endTime(NOON.minusSeconds(60))))
                .isEqualTo("InvalidNextToken");
        assertThat(code(r -> r.nextToken("t2"))).isEqualTo("InvalidNextToken");
    }

    private String code(Consumer<GetMetricDataRequest.Builder> change) {
        GetMetricDataRequest request = RIGHT.toBuilder().applyMutation(change).build();
        return catchThrowableOfType(CloudWatchException.class, () -> client.getMetricData(request))
                .awsErrorDetails()
                .errorCode();
    }

    private static MetricDataQuery query(String id, String statistic, int period) {
        Map<String, String> set = Map.of("ApiName", "orders-api", "Stage", "prod");
        Metric count = new Metric(Metric.API_GATEWAY, "Count", set);
        return AwsClients.query(id, count, statistic, period);
    }
}
