package guance.awsgateway.operations.page;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.JobFigures;
import guance.awsgateway.operations.Reloads.Reload;
import guance.awsgateway.operations.RunRecordBuilder;
import guance.awsgateway.operations.Totals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String CHECK = "metrics-" + TestSettings.TARGET;
    private static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>());

    private boolean going;
    private boolean suspended;
    private Map<String, String> troubles = Map.of();
    private Optional<Reload> edit = Optional.empty();

    @ParameterizedTest
    @CsvSource({
        "false, false, failed",
        "true, false, going",
        "false, true, suspended",
        "true, true, going"
    })
    void aRunThatFailedIsAProblemWhateverGoesOnSince(
            boolean goes, boolean held, String jobIsCalled) {
        going = goes;
        suspended = held;

        Problems problems = of(run().failed(2, "GetMetricData is denied"));

        assertThat(problems.state()).isEqualTo("failed");
        assertThat(problems.sentences())
                .startsWith("metrics shop/eu-west-1 failed: GetMetricData is denied");
        assertThat(problems.jobs()).extracting(JobRow::state).containsExactly(jobIsCalled);
    }

    @Test
    void whatIsLostForGoodIsAProblemAlthoughTheJobGoesOnWell() {
        Problems problems = of(run().lost(3, 2));

        assertThat(problems.state()).isEqualTo("failed");
        assertThat(problems.sentences())
                .containsExactly(
                        "metrics shop/eu-west-1: Guance refused points of the last run for good: 3;"
                                + " --dead-letters lists them with the reason (README, What Guance"
                                + " does not take)",
                        "metrics shop/eu-west-1: windows were given up in the last run, whose"
                                + " minutes will not arrive: 2; the log says why (README, Errors,"
                                + " and what to do)");
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "0, 2"})
    void eitherLossIsToldAlone(int points, int windows) {
        assertThat(of(run().lost(points, windows)).sentences()).hasSize(1);
    }

    @Test
    void aSuspendedScheduleIsNotAllWell() {
        suspended = true;

        Problems problems = of(run());

        assertThat(problems.state()).isEqualTo("suspended");
        assertThat(problems.sentences())
                .containsExactly("metrics shop/eu-west-1: its schedule is suspended; resume it");
    }

    @Test
    void aJobThatIsMerelyBehindIsLateAndToldOnceByItsCheck() {
        suspended = true;
        troubles = Map.of(CHECK, "it lies behind; its schedule is suspended, resume it");

        Problems problems = of(run());

        assertThat(problems.state()).isEqualTo("late");
        assertThat(problems.sentences()).containsExactlyElementsOf(troubles.values());
    }

    @Test
    void aJobThatIsBehindAndFailedIsToldOnceByItsCheck() {
        troubles = Map.of(CHECK, "it lies behind; the run says: denied");

        Problems problems = of(run().failed(1, "denied"));

        assertThat(problems.state()).isEqualTo("failed");
        assertThat(problems.sentences()).containsExactlyElementsOf(troubles.values());
    }

    @Test
    void whatIsTheTroubleOfAllIsWorseThanALateJob() {
        troubles = Map.of("receiver", "Guance takes nothing now");

        assertThat(of(run()).state()).isEqualTo("failed");
    }

    @Test
    void whoHasNotRunIsWaitedForWhileTheFirstRunGoesOnToo() {
        going = true;

        Problems problems = of(Optional.empty());

        assertThat(problems.state()).isEqualTo("waiting");
        assertThat(problems.sentences()).isEmpty();
    }

    @Test
    void nothingIsWrongWhereTheLastRunWasClean() {
        Problems problems = of(run());

        assertThat(problems.state()).isEqualTo("ok");
        assertThat(problems.sentences()).isEmpty();
    }

    @Test
    void anEditIsAProblemIfItWasRefused() {
        edit = Optional.of(new Reload(NOON, "routes/post.camel.yaml", false, "line 3: no bean"));

        assertThat(of(run()).sentences())
                .containsExactly(
                        "routes/post.camel.yaml: what ran before goes on. line 3: no bean");
    }

    private static RunRecordBuilder run() {
        return new RunRecordBuilder("shop/eu-west-1", Job.METRICS, NOON);
    }

    private Problems of(RunRecordBuilder last) {
        return of(Optional.of(last));
    }

    private Problems of(Optional<RunRecordBuilder> last) {
        JobFigures job =
                new JobFigures(
                        TestSettings.TARGET,
                        "shop",
                        "eu-west-1",
                        Job.METRICS,
                        going,
                        suspended,
                        last.map(RunRecordBuilder::record),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        NONE,
                        Optional.empty());
        boolean late = troubles.containsKey(CHECK);
        JobRow row =
                JobRow.of(
                        TestSettings.targets(TestSettings.of()).get(TestSettings.TARGET),
                        job,
                        List.of(),
                        late);
        return new Problems(troubles, List.of(row), edit);
    }
}
