package guance.awsgateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.LogLines;
import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.delivery.Deliveries;
import guance.awsgateway.delivery.Delivery;
import guance.awsgateway.point.Point;
import guance.awsgateway.target.CallTally;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;

class RunsTest {
    private static final Point POINT = new Point("m", Map.of(), Map.of("a", 1.0), 1);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private final TestClock clock = new TestClock(NOON.toString());
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final RunRecords records = new RunRecords();
    private final CallTally calls = new CallTally();
    private final Runs runs =
            new Runs(
                    TestSettings.targets(TestSettings.of()),
                    records,
                    calls,
                    new Surroundings(
                            stopping::get,
                            () ->
                                    stopping.get()
                                            ? Optional.of("the collector stops")
                                            : Optional.empty(),
                            () -> null,
                            System.out,
                            new Origin("here", "0"),
                            new Reloads(new TestClock(NOON.toString())),
                            Nodes.ALONE),
                    clock);
    private final LogLines log = new LogLines(Runs.class);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aRunThatWentWellIsOneLineAndOneRecord() {
        Run run = open();
        List<RunRecord> going = runs.going();
        runs.found(run, List.of(1, 2, 3));
        runs.delivered(run, accepted(4));
        runs.delivered(run, accepted(1));
        clock.advance(Duration.ofMillis(1500));

        runs.end(run);

        assertThat(going).containsExactly(expected().record());
        assertThat(runs.going()).isEmpty();
        assertThat(runs.ended())
                .containsExactly(
                        expected()
                                .took(Duration.ofMillis(1500))
                                .found(3)
                                .delivered(2, 5, 0)
                                .record());
        assertThat(runs.ended().get(0).isClean()).isTrue();
        assertThat(log.all())
                .containsExactly(
                        "INFO metrics shop/eu-west-1: 3 series, 5 points accepted, 0 parked, in"
                                + " 1500 ms: ok");
    }

    @Test
    void theFirstFailureOfARunIsToldAndAllAreCounted() {
        Run run = open();

        runs.failed(run, new IllegalStateException("first"));
        runs.failed(run, new IllegalStateException("second"));
        runs.end(run);

        assertThat(runs.ended())
                .containsExactly(
                        expected().failed(2, "java.lang.IllegalStateException: first").record());
        assertThat(log.all())
                .containsExactly(
                        "ERROR metrics shop/eu-west-1: java.lang.IllegalStateException: first",
                        "INFO metrics shop/eu-west-1: 0 series, 0 points accepted, 0 parked, in 0"
                                + " ms: failed");
    }

    @Test
    void pointsThatCouldNeitherBeSentNorParkedAreTold() {
        Run run = open();

        runs.delivered(
                run, new Delivery(1, 2, 0, List.of(POINT, POINT, POINT), "the disk is full"));
        runs.end(run);

        assertThat(runs.ended())
                .containsExactly(
                        expected().delivered(1, 1, 2).failed(1, "the disk is full").record());
        assertThat(log.all())
                .containsExactly(
                        "ERROR metrics shop/eu-west-1: 3 points could be neither sent nor"
                                + " parked: the disk is full",
                        "INFO metrics shop/eu-west-1: 0 series, 1 points accepted, 2 parked, in 0"
                                + " ms: failed");
    }

    @Test
    void parkedPointsAreNoFailureButHaveAReason() {
        Run run = open();

        runs.delivered(run, new Delivery(0, 2, 0, List.of(), "it is down"));
        runs.end(run);

        RunRecord ended = runs.ended().get(0);
        assertThat(ended).isEqualTo(expected().delivered(1, 0, 2).failed(0, "it is down").record());
        assertThat(ended.isClean()).isFalse();
        assertThat(ended.outcome()).isEqualTo("parked");
    }

    @Test
    void aRunAsksNoMoreWhereAwsRefusesAllOrTheProcessStops() {
        Run refused = open();
        Run other = runs.open(TestSettings.TARGET, Job.OBJECTS, null, false, "exchange");

        runs.failed(refused, denied());
        runs.failed(refused, new IllegalStateException("not hopeless by itself"));
        runs.failed(other, new IllegalStateException("not hopeless"));
        List<Boolean> before = List.of(refused.getAsBoolean(), other.getAsBoolean());
        stopping.set(true);

        assertThat(before).containsExactly(false, true);
        assertThat(other.getAsBoolean()).isFalse();
    }

    @Test
    void aRunGivesUpAfterFourCallsInARowWithoutAnAnswer() {
        Run run = open();
        Throwable cut = SdkClientException.create("Connection reset");

        IntStream.range(0, 3).forEach(call -> runs.failed(run, cut));
        runs.delivered(run, accepted(1));
        IntStream.range(0, 3).forEach(call -> runs.failed(run, cut));
        boolean after = run.getAsBoolean();
        runs.failed(run, cut);

        assertThat(after).isTrue();
        assertThat(run.getAsBoolean()).isFalse();
    }

    @Test
    void aRunThatTheStopCutsShortHasNotGoneWell() {
        Run run = open();
        stopping.set(true);

        run.getAsBoolean();
        runs.end(run);

        assertThat(runs.ended())
                .containsExactly(
                        expected()
                                .failed(1, "not all was read, because the collector stops")
                                .record());
    }

    @Test
    void aRunIsDueWhenQuartzSaysAndElseNow() {
        Run fired =
                runs.open(
                        TestSettings.TARGET,
                        Job.METRICS,
                        Date.from(NOON.minusMillis(7)),
                        false,
                        "exchange");
        Run sent = runs.open(TestSettings.TARGET, Job.OBJECTS, null, false, "exchange");

        assertThat(fired.scheduled()).isEqualTo(NOON.minusMillis(7));
        assertThat(fired.started()).isEqualTo(NOON);
        assertThat(sent.scheduled()).isEqualTo(NOON);
    }

    @Test
    void noRunBeginsWhileTheProcessStops() {
        stopping.set(true);

        Run run = runs.open(TestSettings.TARGET, Job.METRICS, Date.from(NOON), false, "exchange");

        assertThat(run).isNull();
        assertThat(runs.refused(TestSettings.TARGET, Job.METRICS)).isZero();
    }

    @Test
    void onlyTheLastRunsAreKept() {
        for (int i = 0; i < 401; i++) {
            clock.advance(Duration.ofSeconds(1));
            runs.end(runs.open(TestSettings.TARGET, Job.OBJECTS, null, false, "exchange"));
        }

        assertThat(runs.ended()).hasSize(400);
        assertThat(runs.ended().get(0).started()).isEqualTo(NOON.plusSeconds(2));
    }

    private static Delivery accepted(int points) {
        return new Deliveries().accepted(Collections.nCopies(points, POINT));
    }

    private static Throwable denied() {
        return CloudWatchException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode("AccessDenied").build())
                .build();
    }

    private static RunRecordBuilder expected() {
        return new RunRecordBuilder("shop/eu-west-1", Job.METRICS, NOON);
    }

    private Run open() {
        return runs.open(TestSettings.TARGET, Job.METRICS, null, false, "exchange");
    }
}
