package guance.awsgateway.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.RecentlyActive;

class MetricListStandinTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private AwsStandin aws;

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void pagesHoldFiveHundredAndNoneIsNamedTwice() {
        start(World.large(200, 100));

        List<Metric> metrics = list(r -> r.namespace("AWS/ApiGateway"));

        // 120 REST × 5, 60 HTTP × 6, 20 WebSocket × 6, at two grains; 2 without dimensions.
        assertThat(metrics).hasSize(2 * (600 + 360 + 120) + 2).doesNotHaveDuplicates();
        assertThat(aws.calls().count("ListMetrics")).isEqualTo(5);
    }

    @Test
    void filtersAreHeeded() {
        start(World.demo());

        List<Metric> metrics =
                list(
                        r ->
                                r.namespace("AWS/ApiGateway")
                                        .metricName("Latency")
                                        .dimensions(d -> d.name("Method")));

        assertThat(metrics)
                .allSatisfy(metric -> assertThat(metric.metricName()).isEqualTo("Latency"))
                .flatExtracting(Metric::dimensions)
                .extracting(Dimension::name)
                .startsWith("ApiName", "Resource", "Stage", "Method")
                .hasSize(8);
    }

    @Test
    void recentlyActiveLeavesOutWhatHasBeenQuietForThreeHours() {
        Traffic over = Traffic.STEADY.until(NOON.minus(Duration.ofHours(4)));
        start(world(Lateness.NONE, Api.rest("a", "gone").traffic(over), Api.rest("b", "here")));

        assertThat(names(list(r -> {}))).contains("gone", "here");
        assertThat(names(list(r -> r.recentlyActive(RecentlyActive.PT3_H)))).containsOnly("here");
    }

    @Test
    void anIdleApiHasNoSeriesAndANonAsciiNameIsStripped() {
        start(
                world(
                        Lateness.NONE,
                        Api.rest("a", "idle").traffic(Traffic.IDLE),
                        Api.rest("b", "订单-orders"),
                        Api.rest("c", "支付")));

        assertThat(names(list(r -> {}))).containsOnly("-orders", "c");
    }

    @Test
    void aNewSeriesIsListedLate() {
        Lateness late = new Lateness(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(15));
        Api young = Api.rest("a", "new").traffic(Traffic.STEADY.from(NOON.minusSeconds(900)));
        Api old = Api.rest("b", "old").traffic(Traffic.STEADY.from(NOON.minusSeconds(960)));

        start(world(late, young, old));

        assertThat(names(list(r -> {}))).containsOnly("old");
    }

    @Test
    void theListFromTheFieldEndsWithAnEmptyToken() {
        start(World.shop(Region.recorded("eu-west-1")));

        assertThat(list(r -> {})).hasSize(17);
        assertThat(aws.calls().of("ListMetrics"))
                .extracting(AwsCall::parameters)
                .containsExactly(Map.of(), Map.of("NextToken", "page-2"));
    }

    @Test
    void aTokenOfSomewhereElseIsRefused() {
        start(World.demo());

        assertThatThrownBy(() -> page(r -> r.nextToken("page-2")))
                .hasMessageContaining("NextToken");
    }

    private static World world(Lateness lateness, Api... apis) {
        return World.shop(Region.of("eu-west-1", lateness, apis));
    }

    private void start(World world) {
        aws = new AwsStandin(world, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private List<Metric> list(Consumer<ListMetricsRequest.Builder> request) {
        return AwsClients.of(aws, "shop", "eu-west-1")
                .cloudWatch()
                .listMetricsPaginator(request)
                .metrics()
                .stream()
                .toList();
    }

    private ListMetricsResponse page(Consumer<ListMetricsRequest.Builder> request) {
        return AwsClients.of(aws, "shop", "eu-west-1").cloudWatch().listMetrics(request);
    }

    private static List<String> names(List<Metric> metrics) {
        return metrics.stream()
                .flatMap(metric -> metric.dimensions().stream())
                .filter(dimension -> dimension.name().equals("ApiName"))
                .map(Dimension::value)
                .toList();
    }
}
