package guance.awsgateway.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.cloudwatch.model.ScanBy.TIMESTAMP_ASCENDING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

class MetricDataStandinTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant FROM = NOON.minusSeconds(1200);
    private static final Metric COUNT = orders("Count");

    private AwsStandin aws;
    private CloudWatchClient client;

    @AfterEach
    void close() {
        aws.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 300})
    void everyValueIsTheTruth(int period) {
        start(World.demo(), PageSizes.AWS);
        Map<Datapoint, Statistics> truth = truth(period);

        assertThat(read(truth, period)).isEqualTo(truth).hasSizeGreaterThan(200);
    }

    @Test
    void everyValueIsTheTruthOverManyPages() {
        start(World.demo(), new PageSizes(25, 500, 333, false));
        Map<Datapoint, Statistics> truth = truth(60);

        assertThat(read(truth, 60)).isEqualTo(truth);
        assertThat(aws.calls().count("GetMetricData")).isGreaterThan(10);
    }

    @Test
    void anIdThatIsCutGoesOnOnTheNextPage() {
        start(World.demo(), new PageSizes(25, 500, 30, false));

        GetMetricDataResponse first = ask("Sum", null);
        GetMetricDataResponse second = ask("Sum", first.nextToken());

        MetricDataResult cut = first.metricDataResults().get(1);
        assertThat(cut.statusCode()).isEqualTo(StatusCode.PARTIAL_DATA);
        assertThat(cut.values()).hasSize(10);
        MetricDataResult rest = second.metricDataResults().get(0);
        assertThat(rest.id()).isEqualTo(cut.id());
        assertThat(rest.statusCode()).isEqualTo(StatusCode.COMPLETE);
        assertThat(rest.timestamps()).hasSize(10).doesNotContainAnyElementsOf(cut.timestamps());
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void startIsRoundedDownAndIncludedAndEndIsNot() {
        start(World.demo(), PageSizes.AWS);

        GetMetricDataResponse answer =
                client.getMetricData(
                        r ->
                                r.metricDataQueries(AwsClients.query("q", COUNT, "Sum", 60))
                                        .startTime(NOON.minusSeconds(301))
                                        .endTime(NOON.minusSeconds(180))
                                        .scanBy(TIMESTAMP_ASCENDING));

        assertThat(answer.metricDataResults().get(0).timestamps())
                .containsExactly(
                        NOON.minusSeconds(360), NOON.minusSeconds(300), NOON.minusSeconds(240));
    }

    @Test
    void newestComesFirst() {
        start(World.demo(), PageSizes.AWS);

        MetricDataResult percentile = ask("p50", null).metricDataResults().get(0);

        assertThat(percentile.timestamps().get(0)).isEqualTo(NOON.minusSeconds(60));
        assertThat(percentile.values()).containsOnly(1.0);
    }

    @Test
    void aFailingSeriesHasAStatusAndNoValue() {
        start(World.demo(), PageSizes.AWS);
        Region region = aws.world().account("shop").region("eu-west-1");
        aws.world(aws.world().with("shop", region.failing(COUNT::equals, "InternalError")));

        MetricDataResult result = ask("Sum", null).metricDataResults().get(0);

        assertThat(result.statusCode()).isEqualTo(StatusCode.INTERNAL_ERROR);
        assertThat(result.values()).isEmpty();
    }

    @Test
    void valuesFromTheFieldAreServed() {
        start(World.shop(Region.recordedData("eu-west-1")), PageSizes.AWS);
        Instant eight = Instant.parse("2026-11-24T08:00:00Z");

        GetMetricDataResponse answer =
                client.getMetricData(
                        r ->
                                r.metricDataQueries(
                                                AwsClients.query("q", orders("Latency"), "Sum", 60))
                                        .startTime(eight)
                                        .endTime(eight.plusSeconds(300)));

        assertThat(answer.metricDataResults().get(0).values()).containsExactly(701.0, 18.0, 100.0);
    }

    private void start(World world, PageSizes pages) {
        aws = new AwsStandin(world, Clock.fixed(NOON, ZoneOffset.UTC), pages);
        client = AwsClients.of(aws, "shop", "eu-west-1").cloudWatch();
    }

    private Map<Datapoint, Statistics> truth(int period) {
        return aws.world().truth("shop", "eu-west-1", FROM, NOON, Duration.ofSeconds(period));
    }

    private Map<Datapoint, Statistics> read(Map<Datapoint, Statistics> truth, int period) {
        Set<Metric> metrics =
                truth.keySet().stream().map(Datapoint::metric).collect(Collectors.toSet());
        return new EveryStatistic(client).of(metrics, FROM, NOON, period);
    }

    /** Twice the same, under two ids: 20 values each. */
    private GetMetricDataResponse ask(String statistic, String token) {
        return client.getMetricData(
                r ->
                        r.metricDataQueries(
                                        AwsClients.query("a", COUNT, statistic, 60),
                                        AwsClients.query("b", COUNT, statistic, 60))
                                .startTime(FROM)
                                .endTime(NOON)
                                .nextToken(token));
    }

    private static Metric orders(String name) {
        Map<String, String> set = Map.of("ApiName", "orders-api", "Stage", "prod");
        return new Metric(Metric.API_GATEWAY, name, set);
    }
}
