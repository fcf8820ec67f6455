package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.Traffic;
import guance.awsgateway.standin.World;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two collectors send from one folder at the same time. */
class TwoReplaysTest {

    private static final int APIS = 20;
    private static final World WORLD =
            World.of(
                    Account.of(
                            "111122223333",
                            "shop",
                            Region.of(
                                    "eu-west-1",
                                    Lateness.NONE,
                                    IntStream.range(0, APIS)
                                            .mapToObj(
                                                    i -> Api.http("api%07d".formatted(i), "a" + i))
                                            .map(api -> api.traffic(Traffic.IDLE))
                                            .toArray(Api[]::new))));

    @Test
    void eachParkedBatchArrivesOnceAndInItsOrder() throws Exception {
        try (Bench bench = bench()) {
            bench.guance().failAlways(GuanceFault.status(403));
            bench.runAll();
            assertThat(bench.parked()).hasSize(APIS);
            bench.stop();
            bench.guance().recover();

            CompletableFuture<Integer> other =
                    CompletableFuture.supplyAsync(() -> replay(bench, "second"));
            replay(bench, "first");
            other.join();
            replay(bench, "first");

            assertThat(bench.parked()).isEmpty();
            assertThat(bench.guance().points("custom_object"))
                    .extracting(point -> point.tags().get("name"))
                    .doesNotHaveDuplicates()
                    .hasSize(APIS)
                    .isSorted();
        }
    }

    /** One process has no two Camels of one name. */
    private static Bench bench() throws Exception {
        return new Bench(WORLD).with("guance.batch.points", "1").with("camel.main.name", "first");
    }

    private static int replay(Bench bench, String name) {
        return Main.run(bench.folder, bench.clock, "--replay", "-D", "camel.main.name=" + name);
    }
}
