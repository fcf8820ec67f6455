package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StopTest {

    private static final World WORLD =
            World.of(
                    Account.of(
                            "111122223333",
                            "shop",
                            Region.of("eu-west-1", Lateness.NONE, Api.http("aaaaaaaaaa", "a"))));

    @Test
    void aBatchThatHangsIsParkedWithinTwentySeconds() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            bench.start(Mode.ONCE);
            bench.guance().failAlways(GuanceFault.hang());
            CompletableFuture<List<RunRecord>> runs = CompletableFuture.supplyAsync(bench::all);
            await().until(() -> bench.guance().requests().size() == 1);

            long started = System.nanoTime();
            bench.stop();

            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .isLessThan(Duration.ofSeconds(20));
            assertThat(runs.join().get(0)).returns(1, RunRecord::parked);
            assertThat(bench.parked()).hasSize(1);
        }
    }
}
