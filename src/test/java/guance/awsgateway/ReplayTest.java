package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.GuanceRequest;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.Traffic;
import guance.awsgateway.standin.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Three objects in three batches, and no metrics, to a receiver that was down and is up again. */
class ReplayTest {

    private static final World WORLD =
            World.of(
                    Account.of(
                            "111122223333",
                            "shop",
                            Region.of(
                                    "eu-west-1",
                                    Lateness.NONE,
                                    Api.http("aaaaaaaaaa", "a").traffic(Traffic.IDLE),
                                    Api.http("bbbbbbbbbb", "b").traffic(Traffic.IDLE),
                                    Api.http("cccccccccc", "c").traffic(Traffic.IDLE))));

    private static Bench bench() throws Exception {
        return new Bench(WORLD).with("guance.batch.points", "1");
    }

    /** Everything is parked, and the circuit is open. */
    private static void park(Bench bench) throws Exception {
        bench.guance()
                .failAlways(GuanceFault.status(503, Map.of("Retry-After", bench.almostNow()), ""));
        assertThat(bench.runAll().get(0).parked()).isEqualTo(3);
        assertThat(bench.parked()).hasSize(3);
        bench.guance().recover();
    }

    @Test
    void whatIsParkedArrivesFirstAndInItsOrder() throws Exception {
        try (Bench bench = bench()) {
            park(bench);

            List<RunRecord> runs = bench.runAll();

            assertThat(runs.get(2)).returns(3, RunRecord::accepted);
            assertThat(bench.parked()).isEmpty();
            assertThat(names(bench))
                    .startsWith("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc")
                    .hasSize(6);
        }
    }

    @Test
    void itArrivesAfterARestartToo() throws Exception {
        try (Bench bench = bench()) {
            park(bench);
            bench.stop();

            assertThat(bench.runAll()).allMatch(RunRecord::isClean);

            assertThat(bench.parked()).isEmpty();
            assertThat(names(bench)).startsWith("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc");
        }
    }

    @Test
    void ofEveryTargetItArrivesOnceItsDiskIsBack() throws Exception {
        try (Bench bench = new Bench(World.demo())) {
            bench.guance().failAlways(GuanceFault.status(403));
            bench.runAll();
            bench.guance().recover();
            int parked = bench.parked().size();
            Path disk = bench.folder.resolve("dead-letter");
            Path away = Files.move(disk, bench.folder.resolve("away"));
            Files.createFile(disk);

            bench.replay();
            Files.delete(disk);
            Files.move(away, disk);
            bench.replay();

            assertThat(parked).isGreaterThan(1);
            assertThat(bench.parked()).isEmpty();
        }
    }

    @Test
    void whileGuanceIsStillDownOneCallAsks() throws Exception {
        try (Bench bench = bench()) {
            park(bench);
            bench.guance().failAlways(GuanceFault.status(500));
            int before = bench.guance().requests().size();

            bench.runAll();

            assertThat(bench.guance().requests()).hasSize(before + 1);
            assertThat(bench.parked()).hasSize(6);
            assertThat(Files.readAllLines(bench.parked().get(0)).get(0))
                    .contains("\"attempts\":6,\"reason\":\"Guance answered 500: it is in trouble");
        }
    }

    @Test
    void aMinuteIsAllThatAScheduledCollectorWaits() throws Exception {
        try (Bench bench = bench()) {
            park(bench);
            bench.stop();

            bench.start(Mode.SCHEDULED);

            await().atMost(Duration.ofSeconds(20)).until(() -> bench.parked().isEmpty());
            assertThat(names(bench)).contains("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc");
        }
    }

    @Test
    void whatIsParkedAsJsonForADatakitGoesToADatawayAsLines() throws Exception {
        try (Bench bench = bench().datakit().with("guance.encoding", "json")) {
            park(bench);
            bench.stop();

            bench.dataway().with("guance.encoding", "line-protocol");
            bench.runAll();

            assertThat(bench.parked()).isEmpty();
            assertThat(bench.guance().requests())
                    .extracting(GuanceRequest::query)
                    .containsOnly("token=" + Bench.TOKEN);
            assertThat(names(bench)).startsWith("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc");
        }
    }

    @Test
    void whatIsNoDeadLetterIsSetAsideAndTheRestIsSent() throws Exception {
        try (Bench bench = bench()) {
            park(bench);
            Path first = bench.parked().get(0);
            Files.writeString(first, "{\"category\":\"custom_object\"");

            bench.runAll();

            assertThat(names(bench)).startsWith("bbbbbbbbbb", "cccccccccc");
            assertThat(
                            first.resolveSibling(
                                    first.getFileName() + ".set-aside-20261124T081500.999Z"))
                    .exists();
        }
    }

    private static List<String> names(Bench bench) {
        return bench.guance().points("custom_object").stream()
                .map(Point::tags)
                .map(tags -> tags.get("name"))
                .toList();
    }
}
