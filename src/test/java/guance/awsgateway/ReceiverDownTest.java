package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.Traffic;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Takes a quarter of a minute: the pauses are those of the shipped routes. */
class ReceiverDownTest {

    private static final World WORLD =
            World.of(
                    Account.of(
                            "111122223333",
                            "shop",
                            Region.of(
                                    "eu-west-1",
                                    Lateness.NONE,
                                    Api.http("aaaaaaaaaa", "a").traffic(Traffic.IDLE))));

    /** In seconds, shortened by what jitter takes off at most. */
    private static final List<Double> LEAST = List.of(0.8, 1.4, 2.4, 4.0);

    @Test
    void afterPausesThatGrowTheBatchIsParked() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            bench.guance().failAlways(GuanceFault.status(500));
            bench.start(Mode.ONCE);

            CompletableFuture<List<RunRecord>> runs = CompletableFuture.supplyAsync(bench::all);
            List<Double> pauses = pauses(bench);

            assertThat(runs.join().get(0))
                    .returns(0, RunRecord::failures)
                    .returns(1, RunRecord::parked);
            assertThat(bench.parked()).hasSize(1);
            assertThat(bench.guance().requests()).hasSize(5);
            for (int i = 0; i < LEAST.size(); i++) {
                assertThat(pauses.get(i)).isGreaterThan(LEAST.get(i));
            }
        }
    }

    private static List<Double> pauses(Bench bench) {
        List<Double> pauses = new ArrayList<>();
        long last = 0;
        for (int i = 1; i <= 5; i++) {
            int tries = i;
            await().atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> bench.guance().requests().size() >= tries);
            long now = System.nanoTime();
            if (i > 1) {
                pauses.add((now - last) / 1e9);
            }
            last = now;
        }
        return pauses;
    }
}
