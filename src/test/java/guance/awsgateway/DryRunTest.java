package guance.awsgateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.disk.JsonFile;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.StrictLineProtocol;
import guance.awsgateway.standin.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DryRunTest {

    private static final World WORLD = World.demo();

    @Test
    void itPrintsEveryPointAndSendsNothing() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            bench.with("metrics.grains", "ALL").start(Mode.DRY_RUN);

            assertThat(bench.runAll()).allMatch(RunRecord::isClean);

            List<Point> printed = StrictLineProtocol.parse(bench.out().strip().getBytes(UTF_8));
            assertThat(printed)
                    .filteredOn(point -> point.measurement().equals("aws_gateway"))
                    .hasSize(12);
            Truth.of(WORLD, at -> at.metric().namespace().equals("AWS/ApiGateway"))
                    .isAllThatArrived(
                            printed.stream()
                                    .filter(point -> point.measurement().startsWith("aws_AWS/"))
                                    .toList());
            assertThat(bench.guance().requests()).isEmpty();
            assertThat(bench.parked()).isEmpty();
            assertThat(bench.folder.resolve("state")).doesNotExist();
        }
    }

    @Test
    void itPrintsNothingWhereThereIsNoPoint() throws Exception {
        World empty = World.shop(Region.empty("eu-west-1"));
        try (Bench bench = new Bench(empty).start(Mode.DRY_RUN)) {
            assertThat(bench.runAll()).hasSize(2).allMatch(RunRecord::isClean);

            assertThat(bench.out()).isEmpty();
        }
    }

    @Test
    void itLeavesWhatItCannotUseWhereItIs() throws Exception {
        try (Bench bench = new Bench(World.shop(Api.rest("k3f9d0q2zm", "orders")));
                LogLines log = new LogLines(JsonFile.class)) {
            Path state = Files.createDirectory(bench.folder.resolve("state"));
            List<String> names =
                    List.of("shop-eu-west-1.inventory.json", "shop-eu-west-1.state.json");
            for (String name : names) {
                Files.writeString(state.resolve(name), "hello");
            }

            assertThat(bench.start(Mode.DRY_RUN).runAll()).allMatch(RunRecord::isClean);

            assertThat(log.all())
                    .hasSize(2)
                    .allMatch(line -> line.contains(": it is damaged. A dry run leaves it there"));
            assertThat(state.toFile().list()).containsExactlyInAnyOrderElementsOf(names);
            for (String name : names) {
                assertThat(state.resolve(name)).hasContent("hello");
            }
        }
    }
}
