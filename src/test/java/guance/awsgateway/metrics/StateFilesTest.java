package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.LogLines;
import guance.awsgateway.TestClock;
import guance.awsgateway.disk.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFilesTest {

    private static final String TARGET = "shop-eu-west-1";
    private static final Instant EIGHT = Sets.EIGHT;
    private static final DimensionSet ORDERS = Sets.set("ApiName", "订单, \"x\"");
    private static final DimensionSet ROLL_UP = Sets.set();

    @TempDir Path directory;

    @Test
    void whatIsWrittenIsReadAsItWas() throws IOException {
        TargetState state = state();
        files(Duration.ofMinutes(1)).setState(TARGET, state);
        TargetState read = files(Duration.ofMinutes(1)).getState(TARGET);

        assertThat(read).isNotSameAs(state);
        assertThat(new ObjectMapper().writeValueAsString(new StateWriter(TARGET, read).file()))
                .isEqualTo(Files.readString(file()).strip());
        assertThat(read.watermark()).isEqualTo(EIGHT.plusSeconds(600));
        assertThat(read.swept()).isEqualTo(EIGHT.minusSeconds(300));
        assertThat(read.open()).isEqualTo(state.open());
        assertThat(read.known().all()).isEqualTo(state.known().all());
        assertThat(read.handed(ORDERS, EIGHT.getEpochSecond() + 540)).isEqualTo(handed(-77));
        assertThat(read.handed(ROLL_UP, EIGHT.getEpochSecond() - 86_400)).isEqualTo(handed(5));
    }

    @Test
    void fingerprintsOfAnotherPeriodAreLeftBehind() {
        files(Duration.ofMinutes(1)).setState(TARGET, state());

        TargetState read = files(Duration.ofMinutes(5)).getState(TARGET);

        assertThat(read.handed(ORDERS, EIGHT.getEpochSecond() + 300)).isEqualTo(Handed.NOTHING);
        assertThat(read.watermark()).isEqualTo(EIGHT.plusSeconds(600));
    }

    /** As after metrics.cron has become more frequent, with a gap that is still to be read. */
    @Test
    void aShorterReachForgetsNothingThatWasWritten() {
        files(Duration.ofMinutes(1)).setState(TARGET, state());

        TargetState read = files(Duration.ofMinutes(1), Duration.ofMinutes(2)).getState(TARGET);

        assertThat(read.handed(ORDERS, EIGHT.getEpochSecond() + 300)).isEqualTo(handed(78));
        assertThat(read.handed(ORDERS, EIGHT.getEpochSecond() + 540)).isEqualTo(handed(-77));
        assertThat(read.fingerprints().begin()).isEqualTo(EIGHT.getEpochSecond() + 480);
    }

    /** As after metrics.statistics has changed. */
    @Test
    void whatWasHandedOverInAnotherShapeIsKnownButNotCompared() {
        files(Duration.ofMinutes(1)).setState(TARGET, state());
        Duration reach = Duration.ofMinutes(30);
        TargetState read =
                new StateFiles(
                                directory,
                                false,
                                new TestClock(EIGHT.toString()),
                                () ->
                                        new TargetState(
                                                new Fingerprints(
                                                        Duration.ofMinutes(1), reach, "Sum")))
                        .getState(TARGET);

        read.fingerprints().compareOwnShapeOnly();

        assertThat(read.handed(ORDERS, EIGHT.getEpochSecond() + 300))
                .isEqualTo(handed(Handed.INCOMPARABLE));
        assertThat(read.handed(ROLL_UP, EIGHT.getEpochSecond() - 86_400))
                .isEqualTo(handed(Handed.INCOMPARABLE));
        assertThat(read.handed(ORDERS, EIGHT.getEpochSecond() + 360)).isEqualTo(Handed.NOTHING);
    }

    @Test
    void ofTheSameShapeItIsCompared() {
        files(Duration.ofMinutes(1)).setState(TARGET, state());
        TargetState read = files(Duration.ofMinutes(1)).getState(TARGET);

        read.fingerprints().compareOwnShapeOnly();

        assertThat(read.handed(ORDERS, EIGHT.getEpochSecond() + 300)).isEqualTo(handed(78));
    }

    @Test
    void withoutAFileItBeginsAnew() {
        TargetState state = files(Duration.ofMinutes(1)).getState(TARGET);

        assertThat(state.watermark()).isNull();
        assertThat(state.open()).isEmpty();
    }

    @Test
    void whatIsNoStateOfTheTargetIsSetAside() throws IOException {
        files(Duration.ofMinutes(1)).setState("another", new TargetState(fingerprints()));
        Files.move(directory.resolve("another.state.json"), file());

        try (LogLines log = new LogLines(JsonFile.class)) {
            TargetState state = files(Duration.ofMinutes(1)).getState(TARGET);

            assertThat(state.watermark()).isNull();
            assertThat(log.all())
                    .singleElement()
                    .asString()
                    .contains(": it is the state of another. It is set aside as ");
        }
        assertThat(file()).doesNotExist();
    }

    private static TargetState state() {
        TargetState state = new TargetState(fingerprints());
        Window window = new Window(EIGHT, EIGHT.plusSeconds(300));
        List<Series> series = Sets.series(ORDERS, "Count", "Latency");
        state.planned()
                .restore(
                        EIGHT.minusSeconds(3600),
                        EIGHT.plusSeconds(600),
                        EIGHT.minusSeconds(300),
                        12,
                        List.of(
                                new OpenWindow(
                                        7,
                                        window,
                                        EIGHT,
                                        EIGHT,
                                        EIGHT.plusSeconds(1),
                                        Set.of(),
                                        new HashSet<>(List.of(ROLL_UP))),
                                new OpenWindow(9, window, EIGHT, EIGHT, Set.copyOf(series))));
        series.forEach(one -> state.known().name(one, EIGHT));
        state.known().recentAt(EIGHT.plusSeconds(1));
        state.fingerprints().advance(EIGHT.plusSeconds(600), (set, second) -> false);
        state.fingerprints().put(ORDERS, EIGHT.getEpochSecond() + 540, handed(-77));
        state.fingerprints().put(ORDERS, EIGHT.getEpochSecond() + 300, handed(78));
        state.fingerprints().keep(ROLL_UP, EIGHT.getEpochSecond() - 86_400, handed(5));
        return state;
    }

    private static Handed handed(long fingerprint) {
        return new Handed(fingerprint, Set.of("Count", "Latency"));
    }

    private static Fingerprints fingerprints() {
        return new Fingerprints(Duration.ofMinutes(1), Duration.ofMinutes(30));
    }

    private StateFiles files(Duration period) {
        return files(period, Duration.ofMinutes(30));
    }

    private StateFiles files(Duration period, Duration reach) {
        return new StateFiles(
                directory,
                false,
                new TestClock(EIGHT.toString()),
                () -> new TargetState(new Fingerprints(period, reach)));
    }

    private Path file() {
        return directory.resolve(TARGET + ".state.json");
    }
}
