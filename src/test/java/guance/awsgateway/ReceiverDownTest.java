package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.Traffic;
import guance.awsgateway.standin.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiverDownTest {

    private static final World WORLD =
            World.shop(Api.http("aaaaaaaaaa", "a").traffic(Traffic.IDLE));

    /** A tenth of those of the shipped routes, shortened by what jitter takes off at most. */
    private static final List<Duration> LEAST =
            IntStream.of(80, 140, 240, 400).mapToObj(Duration::ofMillis).toList();

    @TempDir Path folder;

    @Test
    void afterPausesThatGrowTheBatchIsParked() throws Exception {
        Edited.routes(
                folder.resolve("routes"),
                "post",
                "redeliveryDelay: \"1000\"",
                "redeliveryDelay: \"100\"");
        try (Bench bench = new Bench(WORLD).routes(folder)) {
            Queue<Long> calls = new ConcurrentLinkedQueue<>();
            bench.guance()
                    .failBy(
                            () -> {
                                calls.add(System.nanoTime());
                                return Optional.of(GuanceFault.status(500));
                            });

            RunRecord run = bench.runAll().get(0);

            assertThat(run).returns(0, RunRecord::failures).returns(1, RunRecord::parked);
            assertThat(bench.parked()).hasSize(1);
            List<Duration> pauses = pauses(List.copyOf(calls));
            assertThat(pauses).hasSameSizeAs(LEAST);
            for (int i = 0; i < LEAST.size(); i++) {
                assertThat(pauses.get(i)).isGreaterThan(LEAST.get(i));
            }
        }
    }

    private static List<Duration> pauses(List<Long> calls) {
        return IntStream.range(1, calls.size())
                .mapToObj(i -> Duration.ofNanos(calls.get(i) - calls.get(i - 1)))
                .toList();
    }
}
