package guance.awsgateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.LogLines;
import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.metrics.Pace;
import guance.awsgateway.metrics.Schedule;
import guance.awsgateway.metrics.Standing;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.CallTally;
import guance.awsgateway.target.Targets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** A job that another node runs, or takes over. */
class RunsElsewhereTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final RunKey METRICS = new RunKey(TestSettings.TARGET, Job.METRICS);

    private final Other other = new Other();
    private final RunRecords records = new RunRecords();
    private final Runs runs =
            new Runs(
                    TestSettings.targets(TestSettings.of()),
                    records,
                    new CallTally(),
                    new Surroundings(
                            () -> false,
                            Optional::empty,
                            () -> null,
                            System.out,
                            new Origin("here", "0"),
                            new Reloads(new TestClock(NOON.toString())),
                            other),
                    new TestClock(NOON.toString()));

    /** What the other node does is said by its fields. */
    private static final class Other implements Nodes {

        private Optional<String> runsOn = Optional.empty();
        private Optional<RunRecord> lastRun = Optional.empty();
        private boolean suspended;
        private Optional<String> took = Optional.empty();
        private final List<RunKey> left = new ArrayList<>();

        @Override
        public Optional<String> take(RunKey key, boolean recovered) {
            return recovered ? Optional.empty() : runsOn.map(node -> "it runs on node " + node);
        }

        @Override
        public Optional<String> obstacle(RunKey key) {
            return took;
        }

        @Override
        public void end(RunKey key, RunRecord record) {}

        @Override
        public void leave(RunKey key) {
            left.add(key);
        }

        @Override
        public Optional<Seen> seen(RunKey key) {
            return Optional.of(
                    new Seen(runsOn, runsOn, lastRun, Optional.empty(), Standing.NONE, suspended));
        }

        @Override
        public Set<RunKey> suspended() {
            return Set.of();
        }

        @Override
        public boolean isHere(RunKey key) {
            return runsOn.isEmpty();
        }

        @Override
        public Optional<String> trouble() {
            return Optional.empty();
        }
    }

    private Run open(boolean recovered) {
        return runs.open(TestSettings.TARGET, Job.METRICS, Date.from(NOON), recovered, "exchange");
    }

    @Test
    void aRunThatAnotherNodeHasDoesNotBeginHereAndTheLineNamesTheNode() {
        other.runsOn = Optional.of("b");
        try (LogLines log = new LogLines(Turns.class)) {
            assertThat(open(false)).isNull();

            assertThat(log.all())
                    .singleElement()
                    .asString()
                    .contains("does not begin, as it runs on node b; the next covers its time");
        }
        assertThat(runs.refused(TestSettings.TARGET, Job.METRICS)).isEqualTo(1);
        assertThat(runs.isGoing(TestSettings.TARGET, Job.METRICS)).isFalse();
        other.runsOn = Optional.empty();
        assertThat(open(false)).isNotNull();
    }

    @Test
    void whatQuartzRepeatsAsItsNodeIsDeadBegins() {
        other.runsOn = Optional.of("b");

        assertThat(open(true)).isNotNull();
    }

    @Test
    void aRunThatWasTakenOverMakesNoFurtherRequestAndSaysSo() {
        Run run = open(false);
        assertThat(run.getAsBoolean()).isTrue();

        other.took = Optional.of("another node took the run over");

        assertThat(run.getAsBoolean()).isFalse();
        assertThat(runs.end(run).error())
                .isEqualTo("not all was read, because another node took the run over");
    }

    @Test
    void aRunThatBreaksIsGivenBack() {
        open(false);

        runs.over("exchange");
        runs.over("another exchange");

        assertThat(other.left).containsExactly(METRICS);
    }

    @Test
    void nothingIsDoneBetweenTheRunsOfAnotherNode() {
        other.runsOn = Optional.of("b");

        assertThatThrownBy(() -> runs.between(TestSettings.TARGET, Job.METRICS, () -> "done"))
                .hasMessage("metrics shop-eu-west-1: it runs on node b");

        other.runsOn = Optional.empty();
        assertThat(runs.between(TestSettings.TARGET, Job.METRICS, () -> "done")).contains("done");
    }

    @Test
    void whatAnotherNodeRunsOrIsSuspendedForAllIsNotDueHere() {
        LastRuns last =
                new LastRuns(
                        Map.of(Job.METRICS, new Schedule("0 0/5 * * * ?")),
                        records,
                        (target, job) -> other.suspended,
                        other,
                        new TestClock(NOON.toString()));
        assertThat(last.isDue(TestSettings.TARGET, Job.METRICS)).isTrue();

        other.runsOn = Optional.of("b");
        assertThat(last.isDue(TestSettings.TARGET, Job.METRICS)).isFalse();
        other.runsOn = Optional.empty();
        other.suspended = true;
        assertThat(last.isDue(TestSettings.TARGET, Job.METRICS)).isFalse();
    }

    @Test
    void jmxTellsTheLastRunOfAnotherNodeAsThePageDoes() throws Exception {
        Settings settings = TestSettings.of();
        Targets targets = TestSettings.targets(settings);
        Pace pace = new Pace(targets, settings.metrics());
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            Jobs jobs =
                    new Jobs(
                            targets,
                            runs,
                            records,
                            target -> Standing.NONE,
                            new ScheduleRoutes(() -> camel, other),
                            new NextRuns(Map.of(), settings.metrics(), pace, Duration.ZERO),
                            new TestClock(NOON.toString()));
            ManagedJob job = new ManagedJob(TestSettings.TARGET, Job.METRICS, jobs, records, null);
            assertThat(job.getLastRunOutcome()).isNull();

            other.lastRun =
                    Optional.of(
                            new RunRecordBuilder("shop/eu-west-1", Job.METRICS, NOON)
                                    .failed(1, "denied")
                                    .record());

            assertThat(job.getLastRunOutcome()).isEqualTo("failed");
            assertThat(job.getLastRunError()).isEqualTo("denied");
        }
    }
}
