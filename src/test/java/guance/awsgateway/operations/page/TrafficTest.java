package guance.awsgateway.operations.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import guance.awsgateway.TestClock;
import guance.awsgateway.point.Point;
import guance.awsgateway.settings.AccountSettings;
import guance.awsgateway.target.Targets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final String TARGET = "shop-eu-west-1";
    private final TestClock clock = new TestClock("2026-11-28T12:00:00Z");
    private final Traffic traffic = new Traffic(targets(), clock);

    @Test
    void anApiIsKnownByItsObjectAndItsStagesByTheirPoints() {
        traffic.see(
                TARGET,
                List.of(
                        object("a1", "orders", "HTTP"),
                        metric(Map.of("Dimensions", "ApiId", "ApiId", "a1"), 3),
                        metric(Map.of("Dimensions", "ApiId,Stage", "ApiId", "a1", "Stage", "b"), 1),
                        metric(
                                Map.of("Dimensions", "ApiId,Stage", "ApiId", "a1", "Stage", "a"),
                                2)));

        assertThat(traffic.apis())
                .extracting(SeenApi::id, SeenApi::name, SeenApi::protocol, api -> api.stages())
                .containsExactly(tuple("a1", "orders", "HTTP", new TreeSet<>(List.of("a", "b"))));
        assertThat(traffic.apis().iterator().next().traffic().newest().of(Figure.COUNT))
                .isEqualTo(3);
    }

    @Test
    void whatApisOfOneNameShareStandsBesideThem() {
        traffic.see(
                TARGET,
                List.of(
                        object("a1", "webhooks", "REST"),
                        object("a2", "webhooks", "REST"),
                        metric(Map.of("Dimensions", "ApiName", "ApiName", "webhooks"), 3)));

        assertThat(traffic.apis())
                .extracting(SeenApi::id)
                .containsExactlyInAnyOrder("a1", "a2", null);
    }

    @Test
    void pointsOfOthersPassUnseen() {
        traffic.see(
                TARGET,
                List.of(
                        new Point("aws_AWS/Lambda", Map.of("Dimensions", "ApiId"), Map.of(), 0),
                        new Point("mine", Map.of(), Map.of(), 0),
                        metric(Map.of("Dimensions", "none"), 3)));

        assertThat(traffic.apis()).isEmpty();
    }

    @Test
    void pointsThatNoTargetIsNamedForPassUnseen() {
        traffic.see(null, List.of(object("a1", "orders", "HTTP")));

        assertThat(traffic.apis()).isEmpty();
    }

    @Test
    void thereIsRoomForSomeThousandApisAndTheRestIsCounted() {
        List<Point> objects = new ArrayList<>();
        for (int i = 0; i < Traffic.APIS + 7; i++) {
            objects.add(object("a" + i, "orders", "HTTP"));
        }

        traffic.see(TARGET, objects);

        assertThat(traffic.apis()).hasSize(Traffic.APIS);
        assertThat(traffic.leftOut()).isEqualTo(7);
    }

    @Test
    void anApiThatIsGoneForTwoDaysMakesRoom() {
        traffic.see(TARGET, List.of(object("a1", "old", "HTTP")));

        clock.advance(Duration.ofHours(51));
        traffic.see(TARGET, List.of(object("a2", "new", "HTTP")));

        assertThat(traffic.apis()).extracting(SeenApi::name).containsExactly("new");
    }

    private static Targets targets() {
        return new Targets(
                List.of(
                        new AccountSettings(
                                "shop",
                                List.of("eu-west-1"),
                                Optional.empty(),
                                Optional.empty(),
                                new TreeMap<>())));
    }

    private static Point object(String id, String name, String protocol) {
        return new Point(
                "aws_gateway",
                Map.of("ApiId", id, "api_name", name, "ProtocolType", protocol),
                Map.of(),
                0);
    }

    private static Point metric(Map<String, String> tags, double count) {
        return new Point("aws_AWS/ApiGateway", tags, Map.of("Count_Sum", count), 0);
    }
}
