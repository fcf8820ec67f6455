package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.World;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What runs at the start, before any schedule fires. */
class AtStartTest {

    private static final World WORLD = World.shop(Api.rest("k3f9d0q2zm", "orders"));

    /** An hour and five minutes, but only on New Year's Day, as quartz goes by the real time. */
    private static Bench bench() throws Exception {
        return new Bench(WORLD)
                .with("objects.cron", "0 0 * 1 1 ? *")
                .with("metrics.cron", "0 0/5 * 1 1 ? *");
    }

    @Test
    void whatHasNeverRunRunsAtOnceObjectsFirst() throws Exception {
        try (Bench bench = bench()) {

            bench.start(Mode.SCHEDULED);

            await().until(() -> bench.ended().size() == 2);
            assertThat(bench.ended()).allMatch(RunRecord::isClean);
            assertThat(bench.ended())
                    .extracting(RunRecord::job)
                    .containsExactly(Job.OBJECTS, Job.METRICS);
            assertThat(Files.readString(bench.folder.resolve("state/shop-eu-west-1.runs.jsonl")))
                    .contains("\"job\":\"metrics\",\"scheduled\":\"" + Bench.NOW + "\"");
        }
    }

    @Test
    void aRestartRunsOnlyWhatIsTooLongAgo() throws Exception {
        try (Bench bench = bench()) {
            bench.runAll();
            bench.stop();
            bench.clock.advance(Duration.ofMinutes(6));

            bench.start(Mode.SCHEDULED);

            await().until(() -> !bench.ended().isEmpty());
            assertThat(bench.ended()).extracting(RunRecord::job).containsExactly(Job.METRICS);
        }
    }

    @Test
    void aDryRunRemembersNothingAndNeedsNoLock() throws Exception {
        try (Bench bench = bench()) {
            bench.start(Mode.DRY_RUN);

            bench.all();

            assertThat(bench.ended()).hasSize(2);
            assertThat(bench.folder.resolve("state")).doesNotExist();
        }
    }

    @Test
    void targetsAreSpreadOverTenSeconds() {
        List<Target> targets =
                new Targets(
                                TestSettings.of(
                                                "collector.accounts[0].regions="
                                                        + "eu-west-1,eu-west-2,us-east-1,us-east-2")
                                        .accounts())
                        .all();

        Map<String, String> properties = Schedules.of(targets);

        assertThat(targets)
                .extracting(
                        target ->
                                properties.get(
                                        "camel.route-template[start-" + target.id() + "].delay"))
                .containsExactly("0", "2500", "5000", "7500");
    }
}
