package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyApisTest {

    private static final int APIS = 600;
    private static final World WORLD = World.large(APIS, 100);
    private static final World FEWER = World.large(100, 100);
    private static final String GET = "GetMetricData";

    @Test
    void sixHundredApisAndAllTheirSeriesArrive() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            List<RunRecord> runs = bench.runAll();

            assertThat(runs).allMatch(RunRecord::isClean);
            assertThat(runs).extracting(RunRecord::found).first().isEqualTo(APIS);
            assertThat(runs).extracting(RunRecord::found).last().matches(series -> series > 3_000);
            assertThat(bench.guance().points("custom_object"))
                    .extracting(ManyApisTest::name)
                    .containsExactlyInAnyOrder(names());
            Truth.of(WORLD, at -> !at.metric().dimensions().isEmpty())
                    .isAllThatArrived(bench.guance().points("metric"));
        }
    }

    @Test
    void aTargetHasNoMoreCallsUnderWayThanItsConcurrency() throws Exception {
        AtomicInteger most = new AtomicInteger();
        try (Bench bench = new Bench(FEWER)) {
            bench.with("metrics.concurrency", "3");
            AwsFault slow = AwsFault.slow(GET, Duration.ofMillis(50));
            bench.aws.faults().add(slow.when(call -> seen(most, bench)));

            bench.runAll();

            assertThat(bench.aws.calls().count(GET)).isGreaterThan(6);
            assertThat(most).hasValue(3);
        }
    }

    private static boolean seen(AtomicInteger most, Bench bench) {
        most.accumulateAndGet(bench.aws.faults().waiting() + 1, Math::max);
        return true;
    }

    @Test
    void whileGuanceTakesNothingNoMoreRequestsAreReadThanReadersHold() throws Exception {
        try (Bench bench = new Bench(FEWER)) {
            bench.with("metrics.concurrency", "2");
            AwsFault slowStart = AwsFault.hang("ListMetrics");
            bench.aws.faults().add(slowStart);
            bench.start(Mode.ONCE);
            CompletableFuture<?> run = CompletableFuture.supplyAsync(bench::all);
            await().until(() -> bench.aws.faults().waiting() == 1);
            int before = bench.guance().requests().size();
            bench.guance().failAlways(GuanceFault.hang());
            bench.aws.faults().remove(slowStart);

            await().until(() -> bench.guance().requests().size() == before + 2);

            assertThat(bench.aws.calls().count(GET)).isEqualTo(2);
            bench.guance().recover();
            run.join();
            assertThat(bench.ended()).allMatch(RunRecord::isClean);
        }
    }

    private static String name(Point point) {
        return point.tags().get("name");
    }

    private static String[] names() {
        return IntStream.range(0, APIS).mapToObj("api%07d"::formatted).toArray(String[]::new);
    }
}
