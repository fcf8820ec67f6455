package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped routes while API Gateway cannot be listed, or not all of it. */
class InventoryInAdversityTest {

    private static final Map<String, String> TAGS = Map.of("team", "shop");
    private static final Api ORDERS = Api.rest("k3f9d0q2zm", "orders").tags(TAGS);
    private static final Api CAT = Api.http("p0o9i8u7y6", "cat").tags(TAGS);
    private static final World WORLD = World.shop(ORDERS, CAT);
    private static final String DENIED =
            "GetApis is denied; allow apigateway:GET on /apis (README, IAM policy)";

    @Test
    void aHalfThatFailsCostsNeitherTheOtherItsObjectsNorMetricsTheirTags() throws Exception {
        try (Logs logs = new Logs(Level.INFO);
                Bench bench = new Bench(WORLD).with("apis.tag-keys", "team")) {
            bench.runAll();
            int before = bench.guance().points("metric").size();
            bench.aws.faults().add(AwsFault.deny("GetApis"));
            bench.clock.advance(Duration.ofMinutes(5));

            List<RunRecord> runs = bench.runAll();

            assertThat(runs.get(2))
                    .returns(Job.OBJECTS, RunRecord::job)
                    .returns(1, RunRecord::found)
                    .returns(1, RunRecord::accepted)
                    .returns(1, RunRecord::failures)
                    .returns(DENIED, RunRecord::error);
            assertThat(runs.get(3)).matches(RunRecord::isClean);
            assertThat(logs.of(Level.ERROR)).containsExactly("objects shop/eu-west-1: " + DENIED);
            assertThat(ids(bench.guance().points("custom_object")))
                    .containsExactly("k3f9d0q2zm", "p0o9i8u7y6", "k3f9d0q2zm");
            areJoined(since(bench, before));
        }
    }

    @Test
    void tagsDoNotFlipOverARestartWhileNothingCanBeListed() throws Exception {
        try (Bench bench = new Bench(WORLD).with("apis.tag-keys", "team")) {
            bench.runAll();
            int before = bench.guance().points("metric").size();
            bench.stop();
            bench.aws.faults().add(AwsFault.throttle("GetRestApis"));
            bench.aws.faults().add(AwsFault.deny("GetApis"));
            bench.clock.advance(Duration.ofMinutes(5));

            List<RunRecord> runs = bench.runAll();

            assertThat(runs.get(0)).returns(2, RunRecord::failures);
            assertThat(runs.get(1)).matches(RunRecord::isClean);
            areJoined(since(bench, before));
        }
    }

    @Test
    void aDeletedApiIsNoObjectButItsLastMinutesAreJoined() throws Exception {
        try (Bench bench = new Bench(WORLD).with("apis.tag-keys", "team")) {
            bench.runAll();
            int before = bench.guance().points("metric").size();
            Region left = Region.of("eu-west-1", Lateness.NONE, ORDERS);
            Region old = WORLD.account("shop").region("eu-west-1");
            bench.aws.world(
                    WORLD.with("shop", new Region("eu-west-1", left.assets(), old.metrics())));
            bench.clock.advance(Duration.ofMinutes(5));

            List<RunRecord> runs = bench.runAll();

            assertThat(runs).allMatch(RunRecord::isClean);
            assertThat(runs.get(2).accepted()).isEqualTo(1);
            areJoined(since(bench, before));
        }
    }

    @Test
    void aFileOfANewerVersionStopsTheStart() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            var file = bench.folder.resolve("state/shop-eu-west-1.inventory.json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "{\"format\":2}");
            bench.write();

            int exit = Main.run(bench.folder, bench.clock, "--once");

            assertThat(exit).isEqualTo(2);
            assertThat(file).hasContent("{\"format\":2}");
            assertThat(bench.aws.calls().all()).isEmpty();
        }
    }

    private static List<Point> since(Bench bench, int before) {
        List<Point> points = bench.guance().points("metric");
        return points.subList(before, points.size());
    }

    private static List<String> ids(List<Point> objects) {
        return objects.stream().map(point -> point.tags().get("ApiId")).toList();
    }

    private static void areJoined(List<Point> points) {
        Set<List<String>> joined =
                points.stream()
                        .map(Point::tags)
                        .map(
                                tags ->
                                        List.of(
                                                tags.getOrDefault("ApiId", ""),
                                                tags.getOrDefault("ProtocolType", ""),
                                                tags.getOrDefault("tag_team", ""),
                                                tags.getOrDefault("api_name", "")))
                        .collect(Collectors.toSet());
        assertThat(joined)
                .containsExactlyInAnyOrder(
                        List.of("k3f9d0q2zm", "REST", "shop", "orders"),
                        List.of("p0o9i8u7y6", "HTTP", "shop", "cat"));
    }
}
