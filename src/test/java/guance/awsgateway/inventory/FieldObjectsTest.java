package guance.awsgateway.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import guance.awsgateway.Cases;
import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.point.Point;
import guance.awsgateway.point.WireRules;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import guance.awsgateway.target.StandinClients;
import guance.awsgateway.target.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases from the field 01 to 04: what API Gateway lists, and the objects it becomes. */
class FieldObjectsTest {
    private static final JsonNode EXPECTED = Cases.read("04-objects-expected").get("points");
    private final TestClock clock = new TestClock("2026-11-24T08:15:00Z");
    private final AwsStandin aws = new AwsStandin(World.shop(Region.recorded("eu-west-1")), clock);

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void everyApiOfEveryPageBecomesTheObjectOfTheContract() {
        List<Point> points = collect();

        assertThat(points.stream().map(FieldObjectsTest::received).toList())
                .isEqualTo(expectedTags());
        assertThat(points).allMatch(point -> point.measurement().equals("aws_gateway"));
        assertThat(points).allMatch(point -> point.time() == 1_795_508_100_000_000_000L);
        assertThat(points).allMatch(point -> point.fields().keySet().equals(Set.of("message")));
    }

    static Stream<String> messageFacts() {
        List<String> facts = new ArrayList<>();
        for (int i = 0; i < EXPECTED.size(); i++) {
            int place = i;
            EXPECTED.get(i)
                    .path("message_facts")
                    .fieldNames()
                    .forEachRemaining(path -> facts.add(place + " " + path));
        }
        return facts.stream();
    }

    @ParameterizedTest
    @MethodSource("messageFacts")
    void theMessageHasWhatTheListingReturned(String fact) {
        int place = Integer.parseInt(fact.split(" ")[0]);
        String path = fact.split(" ")[1];

        JsonNode message = Cases.json(collect().get(place).fields().get("message"));

        JsonNode expected = EXPECTED.get(place).get("message_facts").get(path);
        JsonNode found = message.at("/" + path.replace('.', '/'));
        if (expected.asText().equals("the whole 400 characters")) {
            assertThat(found.asText()).isEqualTo("中".repeat(400));
        } else {
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void theMessageOfARestApiIsTheListingsAnswerMemberForMember() {
        JsonNode listed = Cases.read("01-get-rest-apis").at("/pages/0/answer/item/1");

        Map<String, Object> message =
                Cases.values(Cases.json(collect().get(1).fields().get("message")));

        Map<String, Object> expected = Cases.values(listed);
        expected.put("createdDate", "2024-10-07T09:48:51Z");
        assertThat(message).isEqualTo(expected);
    }

    @Test
    void stagesComeAlongWithoutTheValuesOfTheirVariables() {
        List<Point> points = collect("objects.stages=true");

        JsonNode stages = Cases.json(points.get(0).fields().get("message")).get("Stages");
        assertThat(stages.at("/0/variables").toString())
                .isEqualTo("{\"backend\":\"***\",\"dbPassword\":\"***\"}");
        assertThat(stages.at("/0/canarySettings/stageVariableOverrides").toString())
                .isEqualTo("{\"backend\":\"***\",\"apiKey\":\"***\"}");
        assertThat(stages.at("/0/methodSettings").has("~1orders~1{id}/GET")).isTrue();
        assertThat(stages.at("/0/methodSettings").get("*/*").get("cachingEnabled").asBoolean(true))
                .isFalse();
        assertThat(stages.at("/0/createdDate").asText()).isEqualTo("2019-08-13T17:45:00Z");
        assertThat(stages.at("/1/stageName").asText()).isEqualTo("Stage");
        assertThat(Cases.json(points.get(2).fields().get("message")).get("Stages")).isEmpty();
        assertThat(
                        Cases.json(points.get(6).fields().get("message"))
                                .at("/Stages/0/StageVariables")
                                .toString())
                .isEqualTo("{}");
        assertThat(
                        Cases.json(points.get(8).fields().get("message"))
                                .at("/Stages/0/StageVariables")
                                .toString())
                .isEqualTo("{\"table\":\"***\"}");
        assertThat(points.toString())
                .doesNotContain("NOT-A-REAL-SECRET", "NOT-A-REAL-KEY", "chat-prod", "blue");
    }

    /**
     * Case 03 knows the stages of four APIs: the others were deleted before they were asked for.
     */
    @Test
    void anApiThatIsDeletedBeforeItsStagesAreReadIsStillAnObject() {
        List<Point> points = collect("objects.stages=true");

        assertThat(points).hasSize(10);
        assertThat(Cases.json(points.get(1).fields().get("message")).get("Stages")).isEmpty();
        assertThat(Cases.json(points.get(9).fields().get("message")).get("Stages")).isEmpty();
    }

    private List<Point> collect(String... lines) {
        Settings settings = TestSettings.of(lines);
        Targets targets = TestSettings.targets(settings);
        Inventories inventories =
                Apis.inventories(settings, StandinClients.of(aws, "shop", "eu-west-1"), clock);
        return new ObjectPoints(targets, settings.objects(), settings.apis(), clock)
                .points(TestSettings.TARGET, Apis.list(inventories, TestSettings.TARGET));
    }

    /** The tags as a receiver stores them, instance_tags as JSON. */
    private static Map<String, Object> received(Point point) {
        return asJson(WireRules.clean(point).orElseThrow().tags());
    }

    private static List<Map<String, Object>> expectedTags() {
        return IntStream.range(0, EXPECTED.size())
                .mapToObj(place -> asJson(Cases.texts(EXPECTED.get(place).get("tags"))))
                .toList();
    }

    private static Map<String, Object> asJson(Map<String, String> tags) {
        Map<String, Object> map = new TreeMap<>(tags);
        map.computeIfPresent("instance_tags", (key, text) -> Cases.json(text));
        return map;
    }
}
