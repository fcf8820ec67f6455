package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.standin.AwsCall;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.Datapoint;
import guance.awsgateway.standin.Metric;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.Statistics;
import guance.awsgateway.standin.World;
import guance.awsgateway.target.AwsAdvice;
import guance.awsgateway.target.StandinClients;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricReaderTest {
    private static final Instant FROM = Sets.EIGHT;
    private final MetricSettings settings = TestSettings.of("metrics.grains=ALL").metrics();
    private AwsStandin aws;

    @AfterEach
    void close() {
        aws.close();
    }

    @ParameterizedTest(name = "{0} datapoints a page")
    @ValueSource(ints = {100_800, 97})
    void everyDatapointOfTheWindowIsReadToTheBit(int page) {
        start(World.demo(), page);
        Map<Datapoint, Statistics> truth = truth();

        Map<Datapoint, Map<String, Double>> read = readAll(truth);

        Map<Datapoint, Map<String, Double>> expected = new HashMap<>();
        truth.forEach((point, s) -> expected.put(point, statistics(s)));
        assertThat(read).isEqualTo(expected).hasSizeGreaterThan(100);
    }

    @Test
    void whatCloudWatchDoesNotAnswerIsAskedForOnceMoreWithItsSet() {
        start(World.demo(), 100_800);
        failing("InternalError");
        MetricRequest request = request("orders-api", "webhooks");

        Answer answer = reader().read(TestSettings.TARGET, request);

        assertThat(aws.calls().of("GetMetricData"))
                .extracting(call -> call.parameters().get("MetricDataQueries"))
                .containsExactly("16", "8");
        assertThat(answer.outstanding()).containsExactly(4, 5, 6, 7);
        assertThat(answer.value(0, 0)).isNotNaN();
    }

    @Test
    void anAnswerInFullIsNotAskedForAgain() {
        start(World.demo(), 100_800);

        reader().read(TestSettings.TARGET, request("orders-api"));

        AwsCall call = aws.calls().of("GetMetricData").get(0);
        assertThat(aws.calls().all()).hasSize(1);
        assertThat(call.parameters())
                .containsEntry("StartTime", "2026-11-24T08:00:00Z")
                .containsEntry("EndTime", "2026-11-24T08:05:00Z")
                .containsEntry("ScanBy", "TimestampAscending");
    }

    @Test
    void aPageThatFailsFailsTheRequest() {
        start(World.demo(), 20);
        aws.faults()
                .add(
                        AwsFault.deny("GetMetricData")
                                .when(call -> call.parameters().containsKey("NextToken")));

        assertThatThrownBy(() -> reader().read(TestSettings.TARGET, request("orders-api")))
                .satisfies(
                        failure ->
                                assertThat(AwsAdvice.sentence(failure))
                                        .isEqualTo(
                                                "GetMetricData is denied; allow"
                                                        + " cloudwatch:GetMetricData (README, IAM"
                                                        + " policy)"));
    }

    private void start(World world, int datapoints) {
        aws =
                new AwsStandin(
                        world,
                        new TestClock("2026-11-24T12:00:00Z"),
                        new PageSizes(25, 500, datapoints, false));
    }

    private void failing(String status) {
        Region region = aws.world().account("shop").region("eu-west-1");
        Metric latency = new Metric("AWS/ApiGateway", "Latency", Map.of("ApiName", "orders-api"));
        aws.world(aws.world().with("shop", region.failing(latency::equals, status)));
    }

    private MetricReader reader() {
        return new MetricReader(id -> StandinClients.of(aws, "shop", "eu-west-1"), settings);
    }

    private MetricRequest request(String... apis) {
        List<Series> series = new ArrayList<>();
        for (String api : apis) {
            series.addAll(Sets.series(Sets.set("ApiName", api), "Count", "Latency"));
        }
        return new RequestPacker(settings).pack(series, Sets.window(Duration.ofMinutes(5))).get(0);
    }

    private Map<Datapoint, Statistics> truth() {
        return aws.world()
                .truth(
                        "shop",
                        "eu-west-1",
                        FROM,
                        FROM.plus(Duration.ofMinutes(5)),
                        settings.period());
    }

    private Map<Datapoint, Map<String, Double>> readAll(Map<Datapoint, Statistics> truth) {
        Set<Series> series = new LinkedHashSet<>();
        truth.keySet().forEach(point -> series.add(series(point.metric())));
        Map<Datapoint, Map<String, Double>> read = new HashMap<>();
        for (MetricRequest request :
                new RequestPacker(settings).pack(series, Sets.window(Duration.ofMinutes(5)))) {
            addTo(read, reader().read(TestSettings.TARGET, request));
        }
        return read;
    }

    private static void addTo(Map<Datapoint, Map<String, Double>> read, Answer answer) {
        List<Query> queries = answer.request().queries();
        for (int query = 0; query < queries.size(); query++) {
            for (int column = 0; column < answer.periods(); column++) {
                if (!Double.isNaN(answer.value(query, column))) {
                    Query asked = queries.get(query);
                    Metric metric =
                            new Metric(
                                    asked.set().namespace(),
                                    asked.metric(),
                                    asked.set().dimensions());
                    read.computeIfAbsent(
                                    new Datapoint(
                                            metric, Instant.ofEpochSecond(answer.time(column))),
                                    any -> new TreeMap<>())
                            .put(asked.statistic(), answer.value(query, column));
                }
            }
        }
    }

    private static Series series(Metric metric) {
        return new Series(
                new DimensionSet(metric.namespace(), new TreeMap<>(metric.dimensions())),
                metric.name());
    }

    private static Map<String, Double> statistics(Statistics s) {
        return Map.of(
                "SampleCount", s.sampleCount(),
                "Sum", s.sum(),
                "Minimum", s.minimum(),
                "Maximum", s.maximum());
    }
}
