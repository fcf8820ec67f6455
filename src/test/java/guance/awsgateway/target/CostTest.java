package guance.awsgateway.target;

import static guance.awsgateway.target.Quota.CONTROL_PLANE;
import static guance.awsgateway.target.Quota.GET_METRIC_DATA;
import static guance.awsgateway.target.Quota.LIST_METRICS;
import static guance.awsgateway.target.Quota.OLDER_DATAPOINTS;
import static guance.awsgateway.target.Quota.RECENT_DATAPOINTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.apigateway.model.GetRestApisRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

class CostTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Cost CALL = new Cost(GET_METRIC_DATA, 1);

    static Stream<Arguments> calls() {
        return Stream.of(
                argumentSet("REST", GetRestApisRequest.builder().build(), costs(CONTROL_PLANE)),
                argumentSet("v2", GetStagesRequest.builder().build(), costs(CONTROL_PLANE)),
                argumentSet("list", ListMetricsRequest.builder().build(), costs(LIST_METRICS)),
                argumentSet("put", PutMetricDataRequest.builder().build(), List.of()));
    }

    static Stream<Arguments> data() {
        return Stream.of(
                argumentSet("5 min of 60 s", data(5, 5, null, 60, 60), recent(10)),
                argumentSet("every period begun", data(5, 5, null, 120), recent(3)),
                argumentSet("periods of each query", data(60, 60, null, 60, 300), recent(72)),
                argumentSet("3 h ago is recent", data(180, 5, null, 60), recent(5)),
                argumentSet("181 min ago is not", data(181, 5, null, 60), older(5)),
                argumentSet("a further page", data(5, 5, "next", 60), List.of(CALL)),
                argumentSet("an empty token is none", data(5, 5, "", 60), recent(5)),
                argumentSet("nothing asked for", data(5, 5, null), List.of(CALL)),
                argumentSet("no range", GetMetricDataRequest.builder().build(), List.of(CALL)));
    }

    @ParameterizedTest
    @MethodSource({"calls", "data"})
    void aCallCosts(SdkRequest call, List<Cost> costs) {
        assertThat(Cost.of(call, NOON)).isEqualTo(costs);
    }

    private static List<Cost> costs(Quota quota) {
        return List.of(new Cost(quota, 1));
    }

    private static List<Cost> recent(int datapoints) {
        return List.of(new Cost(RECENT_DATAPOINTS, datapoints), CALL);
    }

    private static List<Cost> older(int datapoints) {
        return List.of(new Cost(OLDER_DATAPOINTS, datapoints), CALL);
    }

    private static GetMetricDataRequest data(int ago, int minutes, String token, int... periods) {
        Instant start = NOON.minus(Duration.ofMinutes(ago));
        return GetMetricDataRequest.builder()
                .startTime(start)
                .endTime(start.plus(Duration.ofMinutes(minutes)))
                .nextToken(token)
                .metricDataQueries(Arrays.stream(periods).mapToObj(CostTest::query).toList())
                .build();
    }

    private static MetricDataQuery query(int period) {
        return MetricDataQuery.builder().metricStat(stat -> stat.period(period)).build();
    }
}
