package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One target in trouble, beside one that is well. */
class IsolationTest {

    private static final String BAD = "eu-west-1";
    private static final String GOOD = "us-east-1";
    private static final World WORLD = World.shop(region(BAD), region(GOOD));

    private static Region region(String id) {
        return Region.of(
                id, Lateness.NONE, Api.rest("k3f9d0q2zm", "orders"), Api.http("p0o9i8u7y6", "cat"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "GetRestApis, OBJECTS, apigateway:GET on /restapis",
        "GetApis, OBJECTS, apigateway:GET on /apis",
        "ListMetrics, METRICS, cloudwatch:ListMetrics",
        "GetMetricData, METRICS, cloudwatch:GetMetricData"
    })
    void aDenialIsToldOnceWithTheActionToAllow(String operation, Job job, String action)
            throws Exception {
        try (Logs logs = new Logs(Level.INFO);
                Bench bench = new Bench(WORLD)) {
            bench.aws.faults().add(AwsFault.deny(operation).in(BAD));

            List<RunRecord> runs = bench.runAll();

            String sentence = operation + " is denied; allow " + action + " (README, IAM policy)";
            assertThat(logs.of(Level.ERROR)).containsExactly(job + " shop/eu-west-1: " + sentence);
            assertThat(runs)
                    .filteredOn(run -> !run.isClean())
                    .singleElement()
                    .returns("shop/eu-west-1", RunRecord::target)
                    .returns(job, RunRecord::job)
                    .returns(sentence, RunRecord::error);
            theOtherDelivered(bench);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetRestApis", "GetApis", "ListMetrics", "GetMetricData"})
    void aHangingCallHoldsUpNoOther(String operation) throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            bench.aws.faults().add(AwsFault.hang(operation).in(BAD));
            bench.start(Mode.ONCE);
            CompletableFuture<?> all = CompletableFuture.supplyAsync(bench::all);

            await().until(() -> ended(bench, "shop/us-east-1") == 2);

            assertThat(bench.aws.faults().waiting()).isPositive();
            assertThat(all).isNotDone();
            theOtherDelivered(bench);
            bench.aws.faults().clear();
            all.join();
            assertThat(bench.ended()).hasSize(4).allMatch(RunRecord::isClean);
        }
    }

    @Test
    void theSchedulesOfTheOthersGoOnBesideAHangingTarget() throws Exception {
        try (Logs logs = new Logs(Level.INFO);
                Bench bench = new Bench(WORLD, PageSizes.AWS, Instant.now().toString())) {
            bench.with("objects.cron", "* * * * * ?").with("metrics.cron", "* * * * * ?");
            bench.aws.faults().add(AwsFault.hang(AwsFault.ANY).in(BAD));

            bench.start(Mode.SCHEDULED);

            await().until(() -> ended(bench, "shop/us-east-1") >= 6);
            assertThat(ended(bench, "shop/eu-west-1")).isZero();
            assertThat(logs.of(Level.ERROR)).isEmpty();
        }
    }

    private static long ended(Bench bench, String target) {
        return bench.ended().stream().filter(run -> run.target().equals(target)).count();
    }

    private static void theOtherDelivered(Bench bench) {
        assertThat(bench.guance().points("custom_object"))
                .filteredOn(point -> point.tags().get("region_id").equals(GOOD))
                .hasSize(2);
        Truth.of(WORLD, at -> !at.metric().dimensions().isEmpty())
                .of(GOOD)
                .isAllThatArrived(
                        bench.guance().points("metric").stream()
                                .filter(point -> point.tags().get("region_id").equals(GOOD))
                                .toList());
    }
}
