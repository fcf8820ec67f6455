package guance.awsgateway.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import guance.awsgateway.Cases;
import guance.awsgateway.TestSettings;
import guance.awsgateway.point.Point;
import guance.awsgateway.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JoinTest {
    private static final JsonNode CASES = Cases.read("08-join");
    private static final String ALL = "metrics.join=ApiId,ProtocolType,name,instance_tags";

    static Stream<Named<JsonNode>> cases() {
        return StreamSupport.stream(CASES.get("cases").spliterator(), false)
                .map(row -> Named.of(row.get("id").asText(), row));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSeriesGetsTheTagsOfItsApi(JsonNode row) {
        Map<String, String> series = Cases.texts(row.get("series"));

        Map<String, String> tags = join(inventory(), series, ALL);

        Map<String, String> expected = new TreeMap<>(series);
        expected.putAll(Cases.texts(row.get("joined")));
        Map<String, String> found = new TreeMap<>(tags);
        if (!row.get("joined").has("instance_tags") && row.get("joined").has("ApiId")) {
            assertThat(Cases.json(found.remove("instance_tags")))
                    .isEqualTo(Cases.json(CASES.at("/inventory/3/instance_tags").asText()));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void onlyTheTagsChosenAreJoined() {
        Map<String, String> series = Map.of("ApiName", "legacy");

        Map<String, String> tags = join(inventory(), series, "metrics.join=instance_tags");

        assertThat(tags)
                .isEqualTo(
                        Map.of("ApiName", "legacy", "api_name", "legacy", "instance_tags", "{}"));
    }

    @Test
    void theRollUpBelongsToNoApi() {
        Inventory inventory = Apis.inventory(Apis.rest("r0", "中 文"), Apis.rest("r1", "orders"));

        assertThat(join(inventory, Map.of("Dimensions", "none"), ALL))
                .isEqualTo(Map.of("Dimensions", "none"));
    }

    @Test
    void aNameOfWhichNothingIsLeftIsFoundByItsId() {
        Inventory inventory = Apis.inventory(Apis.rest("r0", "中 文"), Apis.rest("r1", "中文"));

        assertThat(join(inventory, Map.of("ApiName", "r0"), ALL)).containsEntry("api_name", "中 文");
        assertThat(join(inventory, Map.of("ApiName", "r1"), ALL)).containsEntry("api_name", "中文");
    }

    @Test
    void anUnknownIdIsItsName() {
        assertThat(join(inventory(), Map.of("ApiId", "gone000000"), ALL))
                .isEqualTo(Map.of("ApiId", "gone000000", "api_name", "gone000000"));
    }

    @Test
    void chosenAwsTagsAreJoinedButNotOnSharedNames() {
        String keys = "apis.tag-keys=env,team";

        Map<String, String> one = join(inventory(), Map.of("ApiName", "orders-api"), keys);
        Map<String, String> shared = join(inventory(), Map.of("ApiName", "webhooks"), keys);

        assertThat(one).containsEntry("tag_env", "prod").containsEntry("tag_team", "shop");
        assertThat(shared)
                .isEqualTo(
                        Map.of(
                                "ApiName", "webhooks",
                                "api_name", "webhooks",
                                "ProtocolType", "REST"));
    }

    @Test
    void namesThatAreSharedOnlyAfterStrippingHaveNoCommonName() {
        Inventory inventory =
                Apis.inventory(Apis.rest("r0", "订单-orders"), Apis.rest("r1", "客户-orders"));

        assertThat(join(inventory, Map.of("ApiName", "-orders"), ALL))
                .isEqualTo(
                        Map.of(
                                "ApiName", "-orders",
                                "api_name", "-orders",
                                "ProtocolType", "REST"));
    }

    @Test
    void otherNamespacesPassUnchanged() {
        Point point = new Point("aws_AWS/Lambda", Map.of("ApiName", "legacy"), Map.of("a", 1.0), 1);

        List<Point> joined = join("metrics.join=ApiId").join(inventory(), List.of(point));

        assertThat(joined).containsExactly(point);
    }

    @Test
    void fieldsTimesAndOrderStay() {
        Map<String, String> tags = Map.of("ApiName", "legacy");
        Point first = new Point("aws_AWS/ApiGateway", tags, Map.of("a", 1.0), 1);
        Point second = new Point("aws_AWS/ApiGateway", tags, Map.of("a", 2.0), 2);

        List<Point> joined = join(ALL).join(inventory(), List.of(first, second));

        assertThat(joined)
                .extracting(Point::fields, Point::time)
                .containsExactly(
                        Tuple.tuple(Map.of("a", 1.0), 1L), Tuple.tuple(Map.of("a", 2.0), 2L));
        assertThat(joined.get(0).tags()).isSameAs(joined.get(1).tags());
    }

    private static Map<String, String> join(
            Inventory inventory, Map<String, String> series, String... lines) {
        Point point = new Point("aws_AWS/ApiGateway", series, Map.of("Count_Sum", 1.0), 1);
        return join(lines).join(inventory, List.of(point)).get(0).tags();
    }

    private static Join join(String... lines) {
        Settings settings = TestSettings.of(lines);
        return new Join(settings.metrics(), settings.apis());
    }

    private static Inventory inventory() {
        return new Inventory(
                StreamSupport.stream(CASES.get("inventory").spliterator(), false)
                        .map(
                                api ->
                                        Apis.api(
                                                api.get("ApiId").asText(),
                                                api.get("api_name").asText(),
                                                api.get("ProtocolType").asText(),
                                                Cases.texts(
                                                        Cases.json(
                                                                api.get("instance_tags")
                                                                        .asText()))))
                        .toList(),
                List.of());
    }
}
