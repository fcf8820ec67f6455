package guance.awsgateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.StrictLineProtocol;
import guance.awsgateway.standin.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class DryRunTest {

    private static final World WORLD = World.demo();

    @Test
    void itPrintsEveryPointAndSendsNothing() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            bench.with("metrics.grains", "ALL").start(Collector.Mode.DRY_RUN);

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
        World empty = World.of(Account.of("111122223333", "shop", Region.empty("eu-west-1")));
        try (Bench bench = new Bench(empty).start(Collector.Mode.DRY_RUN)) {
            assertThat(bench.runAll()).hasSize(2).allMatch(RunRecord::isClean);

            assertThat(bench.out()).isEmpty();
        }
    }
}
