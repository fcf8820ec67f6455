package guance.awsgateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.metrics.Answer;
import guance.awsgateway.metrics.Figures;
import guance.awsgateway.target.CallTally;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunFiguresTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private final Runs runs =
            new Runs(
                    TestSettings.targets(TestSettings.of()),
                    new RunRecords(),
                    new CallTally(),
                    new Surroundings(
                            () -> false,
                            Optional::empty,
                            () -> null,
                            System.out,
                            new Origin("here", "0"),
                            new Reloads(new TestClock(NOON.toString())),
                            Nodes.ALONE),
                    new TestClock(NOON.toString()));

    @Test
    void everyAnswerIsBilledAlsoOneThatWasAskedForAgain() {
        Run run = runs.open(TestSettings.TARGET, Job.METRICS, null, false, "exchange");
        Answer answer = Figures.answer();

        runs.called(run, "ListMetrics");
        runs.answered(run, answer);
        runs.answered(run, answer);
        runs.end(run);

        assertThat(runs.ended())
                .containsExactly(
                        new RunRecordBuilder("shop/eu-west-1", Job.METRICS, NOON)
                                .called(2 * 7, 2 * 28, Map.of("GetMetricData", 2, "ListMetrics", 1))
                                .record());
    }
}
