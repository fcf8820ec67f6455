package guance.awsgateway.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import guance.awsgateway.Cases;
import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.point.Point;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.World;
import guance.awsgateway.target.StandinClients;
import guance.awsgateway.target.Targets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ObjectPointsTest {
    private final TestClock clock = new TestClock("2023-08-07T14:29:19Z");

    @Test
    void theReferenceApiIsTheReferenceObject() {
        Settings settings =
                TestSettings.of(
                        "collector.accounts[0].name=AWS",
                        "collector.accounts[0].regions=cn-northwest-1",
                        "collector.accounts[0].extra-tags.owner=");
        Targets targets = TestSettings.targets(settings);

        Point point;
        try (AwsStandin aws = new AwsStandin(World.demo(), clock)) {
            Inventories inventories =
                    Apis.inventories(
                            settings, StandinClients.of(aws, "ops", "cn-northwest-1"), clock);
            point =
                    new ObjectPoints(targets, settings.objects(), settings.apis(), clock)
                            .points(
                                    "aws-cn-northwest-1",
                                    Apis.list(inventories, "aws-cn-northwest-1"))
                            .get(1);
        }

        JsonNode expected =
                Cases.json(
                        """
                        {"account_name":"AWS","api_name":"helloworld-API","ApiId":"c72z3thtq8",
                        "ApiKeySelectionExpression":"$request.header.x-api-key","class":"aws_gateway","cloud_provider":"aws",
                        "create_time":"2023/08/07 14:29:19","CreatedDate":"2022-11-11T09:17:35Z","date":"2023/08/07 14:29:19","date_ns":"0",
                        "Description":"Created by AWS Lambda","instance_tags":"{}","name":"c72z3thtq8","ProtocolType":"HTTP","region_id":"cn-northwest-1"}
                        """);
        assertThat(point.measurement()).isEqualTo("aws_gateway");
        assertThat(point.tags()).isEqualTo(Cases.texts(expected));
        assertThat(point.fields()).containsOnlyKeys("message");
        assertThat(point.time()).isEqualTo(1_691_418_559_000_000_000L);
    }

    @Test
    void theTimesOfCollectionAreOfTheZoneAndTheRestIsUtc() {
        Map<String, String> tags = tags(Apis.http("p0", "orders"), "objects.zone=Asia/Shanghai");

        assertThat(tags)
                .containsEntry("create_time", "2023/08/07 22:29:19")
                .containsEntry("date", "2023/08/07 22:29:19")
                .containsEntry("CreatedDate", "2025-02-28T23:49:34Z");
    }

    @Test
    void platformTagsCanBeLeftOut() {
        Map<String, String> tags = tags(Apis.http("p0", "orders"), "objects.platform-tags=false");

        assertThat(tags)
                .containsOnlyKeys(
                        "account_name",
                        "api_name",
                        "ApiId",
                        "ApiKeySelectionExpression",
                        "cloud_provider",
                        "CreatedDate",
                        "instance_tags",
                        "name",
                        "owner",
                        "ProtocolType",
                        "region_id");
    }

    @Test
    void chosenAwsTagsAreTagsOfTheirOwn() {
        Api api = Apis.api("p0", "orders", "HTTP", Map.of("cost-center", "12 34", "团队²", "支付"));

        Map<String, String> tags = tags(api, "apis.tag-keys=cost-center,团队²,missing");

        assertThat(tags)
                .containsEntry("tag_cost_center", "12 34")
                .containsEntry("tag_团队²", "支付")
                .doesNotContainKey("tag_missing");
    }

    @Test
    void instanceTagsThatAreCutStayJson() {
        Map<String, String> many =
                IntStream.range(0, 50)
                        .boxed()
                        .collect(Collectors.toMap("key-%02d"::formatted, i -> "值\"".repeat(10)));
        Api api = Apis.api("p0", "orders", "HTTP", many);

        String text = tags(api).get("instance_tags");

        Map<String, String> kept = Cases.texts(Cases.json(text));
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(950, 1024);
        assertThat(kept).isEqualTo(new TreeMap<>(many).headMap("key-%02d".formatted(kept.size())));
    }

    @Test
    void instanceTagsOfExactlyTheLimitAreWhole() {
        Api fits = Apis.api("p0", "orders", "HTTP", Map.of("k", "v".repeat(1024 - 8)));
        Api longer = Apis.api("p0", "orders", "HTTP", Map.of("k", "v".repeat(1024 - 7)));

        assertThat(tags(fits).get("instance_tags")).hasSize(1024);
        assertThat(tags(longer).get("instance_tags")).isEqualTo("{}");
    }

    @Test
    void anEmulatorsApiWithoutNameOrDateIsAnObjectToo() {
        Api api = new Api("p0", null, null, " ", null, null, new TreeMap<>(Map.of()), Map.of());

        assertThat(tags(api, "objects.platform-tags=false"))
                .containsOnlyKeys(
                        "account_name",
                        "api_name",
                        "ApiId",
                        "cloud_provider",
                        "instance_tags",
                        "name",
                        "owner",
                        "region_id")
                .containsEntry("api_name", "p0");
    }

    private Map<String, String> tags(Api api, String... lines) {
        Settings settings = TestSettings.of(lines);
        List<Point> points =
                new ObjectPoints(
                                TestSettings.targets(settings),
                                settings.objects(),
                                settings.apis(),
                                clock)
                        .points(TestSettings.TARGET, List.of(api));
        return points.get(0).tags();
    }
}
