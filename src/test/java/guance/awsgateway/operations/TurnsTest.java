package guance.awsgateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.LogLines;
import guance.awsgateway.TestSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final RunKey METRICS = new RunKey(TestSettings.TARGET, Job.METRICS);

    private final Turns turns = new Turns();
    private final LogLines log = new LogLines(Turns.class);

    @AfterEach
    void close() {
        log.close();
    }

    /** A run of the metrics job, due and begun so many seconds after noon. */
    private static Run run(long due, long begun) {
        return run(Job.METRICS, due, begun);
    }

    private static Run run(Job job, long due, long begun) {
        return new Run(
                "run",
                TestSettings.targets(TestSettings.of()).get(TestSettings.TARGET),
                job,
                NOON.plusSeconds(due),
                NOON.plusSeconds(begun),
                Optional::empty);
    }

    @Test
    void ofATargetAndJobOneRunGoesOnAtATime() {
        Run first = run(0, 0);

        boolean taken = turns.take(first, true, "other");
        boolean byPerson = turns.take(run(1, 1), false, "other");
        boolean byQuartz = turns.take(run(300, 300), true, "other");
        boolean ofTheOtherJob = turns.take(run(Job.OBJECTS, 1, 1), false, "other");
        turns.end(first, NOON.plusSeconds(310));
        boolean afterwards = turns.take(run(311, 311), false, "other");

        assertThat(taken).isTrue();
        assertThat(byPerson).isFalse();
        assertThat(byQuartz).isFalse();
        assertThat(ofTheOtherJob).isTrue();
        assertThat(afterwards).isTrue();
        assertThat(turns.refused(METRICS)).isEqualTo(2);
        assertThat(turns.refused(new RunKey(TestSettings.TARGET, Job.OBJECTS))).isZero();
    }

    @Test
    void whatQuartzMakesUpAfterALongRunIsTurnedAwayAndToldOnce() {
        Run longRun = run(0, 0);
        turns.take(longRun, true, "other");
        turns.end(longRun, NOON.plusSeconds(720));

        boolean second = turns.take(run(300, 721), true, "other");
        boolean third = turns.take(run(600, 722), true, "other");
        boolean next = turns.take(run(900, 900), true, "other");

        assertThat(second).isFalse();
        assertThat(third).isFalse();
        assertThat(next).isTrue();
        assertThat(log.all())
                .containsExactly(
                        "INFO metrics shop/eu-west-1: the run of 2026-11-24T12:05:00Z does not"
                                + " begin, as one went on until 2026-11-24T12:12:00Z; the next"
                                + " covers its time");
    }

    @Test
    void aPersonIsOnlyTurnedAwayWhileOneGoesOn() {
        Run first = run(0, 0);
        turns.take(first, true, "other");
        turns.end(first, NOON.plusSeconds(5));

        assertThat(turns.take(run(4, 6), false, "other")).isTrue();
    }

    @Test
    void aClockThatJumpedBackTurnsNobodyAway() {
        Run first = run(0, 0);
        turns.take(first, true, "other");
        turns.end(first, NOON.plus(Duration.ofHours(1)));

        assertThat(turns.take(run(300, 300), true, "other")).isTrue();
    }

    @Test
    void aRunThatBrokeMakesRoomButOneThatEndedDoesNotForAnother() {
        Run broken = run(0, 0);
        Run ended = run(5, 5);

        turns.take(broken, false, "broken");
        turns.leave("broken");
        boolean second = turns.take(ended, false, "ended");
        turns.end(ended, NOON.plusSeconds(6));
        turns.take(run(7, 7), false, "third");
        turns.leave("ended");

        assertThat(second).isTrue();
        assertThat(turns.take(run(8, 8), false, "other")).isFalse();
    }
}
