package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsCall;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One account of AWS, in many regions and twice in the settings, with many namespaces. */
class ThrottlingTest {

    private static final String[] REGIONS = {"eu-west-1", "us-east-1", "us-west-2"};

    /** Of which each stage list is a call. */
    private static final int APIS = 30;

    private static World world() {
        List<Api> apis =
                IntStream.range(0, APIS)
                        .mapToObj(i -> Api.http("api%07d".formatted(i), "service-" + i))
                        .toList();
        return World.shop(
                IntStream.range(0, REGIONS.length)
                        .mapToObj(i -> region(REGIONS[i], i == 0 ? apis : apis.subList(0, 2)))
                        .toArray(Region[]::new));
    }

    private static Region region(String id, List<Api> apis) {
        return Region.of(id, Lateness.NONE, apis, Map.of());
    }

    @Test
    void manyTargetsAndNamespacesStayWithinTheQuotas() throws Exception {
        try (Bench bench = busy()) {
            bench.stopwatch.takeAlong(bench.clock);

            List<RunRecord> runs = bench.runAll();

            assertThat(runs).hasSize(4 * REGIONS.length).allMatch(RunRecord::isClean);
            assertThat(bench.aws.calls().all()).extracting(AwsCall::status).containsOnly(200);
            assertThat(bench.stopwatch.elapsed()).isGreaterThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void whereAwsDoesNotSeeThemWaitTheyDoNot() throws Exception {
        try (Bench bench = busy()) {
            bench.runAll();

            assertThat(bench.aws.calls().all())
                    .filteredOn(call -> call.status() != 200)
                    .extracting(AwsCall::operation)
                    .contains("ListMetrics");
        }
    }

    @Test
    void aRunRecordTellsItsCallsAndHowOftenItWasThrottled() throws Exception {
        try (Bench bench = new Bench(World.shop(Api.rest("k3f9d0q2zm", "orders")))) {
            bench.stopwatch.takeAlong(bench.clock);
            bench.aws.faults().add(AwsFault.throttle("GetApis").times(2));
            bench.aws.faults().add(AwsFault.throttle("GetMetricData").times(1));

            List<RunRecord> runs = bench.runAll();

            assertThat(runs).extracting(RunRecord::throttles).containsExactly(2, 1);
            assertThat(runs)
                    .extracting(RunRecord::calls)
                    .containsExactly(
                            new TreeMap<>(Map.of("GetApis", 1, "GetRestApis", 1)),
                            new TreeMap<>(Map.of("GetMetricData", 1, "ListMetrics", 1)));
            assertThat(runs).extracting(RunRecord::windows).containsExactly(0, 1);
        }
    }

    /** There are no objects whose run the calls could belong to. */
    @Test
    void metricsThatListTheApisThemselvesCountThatToo() throws Exception {
        try (Bench bench = new Bench(World.shop(Api.rest("k3f9d0q2zm", "orders")))) {
            bench.aws.faults().add(AwsFault.internal("GetApis").times(3));

            List<RunRecord> runs = bench.runAll();

            assertThat(runs)
                    .extracting(RunRecord::calls)
                    .containsExactly(
                            new TreeMap<>(Map.of("GetRestApis", 1)),
                            new TreeMap<>(
                                    Map.of("GetApis", 1, "GetMetricData", 1, "ListMetrics", 1)));
        }
    }

    private static Bench busy() throws Exception {
        Bench bench = new Bench(world());
        bench.aws.quotas().enforce();
        for (int i = 0; i < 30; i++) {
            bench.with("metrics.selection[%s]".formatted(i), "Ours/%s: *".formatted(i));
        }
        return bench.with("metrics.selection[30]", "AWS/ApiGateway: *")
                .with("objects.stages", "true")
                .with("apis.requests-per-second", "10")
                .account("first", "shop", REGIONS)
                .account("second", "shop", REGIONS);
    }
}
