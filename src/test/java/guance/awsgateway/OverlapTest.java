package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One run of a target and job at a time. */
class OverlapTest {

    private static final World WORLD = World.shop(Api.rest("k3f9d0q2zm", "orders"));

    @Test
    void aRunThatFindsOneGoingEndsWithoutACall() throws Exception {
        try (Logs logs = new Logs(Level.WARN);
                Bench bench = new Bench(WORLD)) {
            AwsFault hang = bench.aws.faults().add(AwsFault.hang("ListMetrics"));
            bench.start(Mode.ONCE);
            CompletableFuture<?> first = CompletableFuture.runAsync(bench::all);
            await().until(() -> bench.aws.faults().waiting() == 1);

            bench.all();

            assertThat(bench.ended())
                    .extracting(RunRecord::job)
                    .containsExactly(Job.OBJECTS, Job.OBJECTS);
            assertThat(bench.aws.faults().waiting()).isEqualTo(1);
            bench.aws.faults().remove(hang);
            first.join();
            assertThat(bench.ended()).hasSize(3).allMatch(RunRecord::isClean);
            assertThat(logs.of(Level.ERROR)).isEmpty();
        }
    }

    /** At the start, and then by quartz. */
    @Test
    void whatAScheduleSetsOffMakesRoomToo() throws Exception {
        try (Logs logs = new Logs(Level.INFO);
                Bench bench = new Bench(WORLD, PageSizes.AWS, Instant.now().toString())) {
            Edited.routes(
                    bench.folder.resolve("routes"),
                    "collect-objects",
                    "method: end(${variable.run})",
                    "method: end(${variable.nosuch})");
            bench.with("objects.cron", "* * * * * ?").with("metrics.cron", "0 0 0 1 1 ? 2099");

            bench.routes(bench.folder).start(Mode.SCHEDULED);

            await().until(() -> bench.guance().points("custom_object").size() > 3);
            assertThat(logs.of(Level.ERROR)).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void aRunThatAnEditedRouteBreaksMakesRoomForTheNext() throws Exception {
        try (Logs logs = new Logs(Level.INFO);
                Bench bench = new Bench(WORLD)) {
            Edited.routes(
                    bench.folder.resolve("routes"),
                    "collect-metrics",
                    "method: end(${variable.run})",
                    "method: end(${variable.nosuch})");
            bench.routes(bench.folder).start(Mode.ONCE);

            bench.all();
            bench.clock.advance(Duration.ofMinutes(5));
            bench.all();

            assertThat(logs.of(Level.ERROR))
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("metrics shop/eu-west-1: "));
            assertThat(logs.of(Level.INFO)).noneMatch(line -> line.contains("does not begin"));
            assertThat(bench.guance().points("metric")).hasSize(20);
        }
    }
}
