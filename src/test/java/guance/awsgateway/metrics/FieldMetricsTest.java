package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.Cases;
import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.inventory.Apis;
import guance.awsgateway.inventory.Inventories;
import guance.awsgateway.inventory.Join;
import guance.awsgateway.point.Point;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import guance.awsgateway.target.AwsClients;
import guance.awsgateway.target.StandinClients;
import guance.awsgateway.target.Targets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;

/** The cases from the field 05 to 07: series, values, and the points they become. */
class FieldMetricsTest {
    private final TestClock clock = new TestClock("2026-11-24T08:10:00Z");
    private final Settings settings =
            TestSettings.of(
                    "metrics.grains=ALL", "metrics.join=ApiId,ProtocolType,name,instance_tags");
    private final Targets targets = TestSettings.targets(settings);
    private AwsStandin aws;

    @AfterEach
    void close() {
        aws.close();
    }

    @ParameterizedTest(name = "{0} datapoints a page")
    @ValueSource(ints = {100_800, 17, 1})
    void everyMinuteWithDataIsThePointOfTheContract(int page) {
        start(Region.recordedData("eu-west-1"), page);

        List<Point> points = points();

        Map<String, Object> expected = new TreeMap<>();
        Cases.read("07-metrics-expected")
                .get("points")
                .forEach(
                        point ->
                                expected.put(
                                        key(
                                                point.get("tags").path("Dimensions").asText(),
                                                point.get("time").asLong()),
                                        List.of(
                                                point.get("measurement").asText(),
                                                asJson(Cases.texts(point.get("tags"))),
                                                Cases.values(point.get("fields")))));
        Map<String, Object> found = new TreeMap<>();
        for (Point point : points) {
            found.put(
                    key(point.tags().get("Dimensions"), point.time()),
                    List.of(point.measurement(), asJson(point.tags()), point.fields()));
        }
        assertThat(found).isEqualTo(expected);
        assertThat(points).hasSameSizeAs(expected.keySet());
    }

    @Test
    void dimensionsAreTaggedAsListed() {
        start(Region.recorded("eu-west-1"), 100_800);

        Set<Series> found = discover();

        Map<String, String> byValues = new TreeMap<>();
        for (Series series : found) {
            Map<String, String> tags =
                    MetricTags.of(targets.get(TestSettings.TARGET), series.set());
            byValues.put(values(series.set().dimensions()), tags.get("Dimensions"));
        }
        assertThat(byValues)
                .containsAllEntriesOf(
                        Cases.texts(Cases.read("05-list-metrics").get("expected_Dimensions_tag")))
                .containsEntry("", "none");
        assertThat(found).hasSize(17);
        assertThat(aws.calls().count("ListMetrics")).isEqualTo(2);
    }

    private void start(Region region, int datapoints) {
        aws =
                new AwsStandin(
                        World.of(Account.of("111122223333", "shop", region)),
                        clock,
                        new PageSizes(25, 500, datapoints, false));
    }

    private List<Point> points() {
        AwsClients clients = StandinClients.of(aws, "shop", "eu-west-1");
        Inventories inventories = Apis.inventories(settings, clients, clock);
        MetricReader reader = new MetricReader(id -> clients, settings.metrics());
        MetricPoints mapper = new MetricPoints(targets, settings.metrics());
        List<MetricRequest> requests =
                new RequestPacker(settings.metrics())
                        .pack(discover(), Sets.window(Duration.ofMinutes(5)));
        List<Point> points = new ArrayList<>();
        for (MetricRequest request : requests) {
            points.addAll(
                    mapper.points(TestSettings.TARGET, reader.read(TestSettings.TARGET, request)));
        }
        return new Join(settings.metrics(), settings.apis())
                .join(inventories.of(TestSettings.TARGET), points);
    }

    private Set<Series> discover() {
        AwsClients clients = StandinClients.of(aws, "shop", "eu-west-1");
        Discovery discovery = new Minutes(clock, "metrics.grains=ALL").discovery;
        Listing listing =
                new Listing(
                        "cloudwatch",
                        true,
                        null,
                        new DiscoveryTally(settings.metrics().statistics()));
        for (ListMetricsResponse page :
                clients.recent().listMetricsPaginator(r -> r.namespace("AWS/ApiGateway"))) {
            discovery.keep(listing, page, null);
        }
        return listing.series();
    }

    private static String key(String dimensions, long time) {
        return dimensions + " " + time;
    }

    /** The values in the order of the case: API, stage, and what is finer. */
    private static String values(Map<String, String> dimensions) {
        return List.of("ApiName", "ApiId", "Stage", "Method", "Route").stream()
                .filter(dimensions::containsKey)
                .map(dimensions::get)
                .collect(Collectors.joining("/"));
    }

    private static Map<String, Object> asJson(Map<String, String> tags) {
        Map<String, Object> map = new TreeMap<>(tags);
        map.computeIfPresent("instance_tags", (key, text) -> Cases.json(text));
        return map;
    }
}
