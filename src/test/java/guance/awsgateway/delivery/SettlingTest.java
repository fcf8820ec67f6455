package guance.awsgateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.LogLines;
import guance.awsgateway.TestClock;
import guance.awsgateway.point.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on disk when a parked batch was sent, and the disk does not do what it is told. */
class SettlingTest {

    @TempDir Path directory;
    private final TestClock clock = new TestClock("2026-11-24T08:00:00Z");
    private ParkedLetters letters;

    @BeforeEach
    void open() {
        letters = new ParkedLetters(directory, clock);
    }

    @AfterEach
    void close() throws Exception {
        letters.close();
    }

    @Test
    void whatWasSentIsNotSentAgainWhereItsFileCannotBeDeleted() throws Exception {
        Point first = letters.point("first", Duration.ZERO);
        Point second = letters.point("second", Duration.ZERO);
        letters.park("metric", first);
        letters.park("metric", second);
        Path stuck = parked().get(0);

        List<Point> sent;
        List<String> log;
        try (LogLines lines = new LogLines(Settling.class)) {
            sent =
                    letters.replay(
                            letter -> inTheWayOf(letter, stuck),
                            letter -> Delivery.accepted(letter.points().size()));
            log = lines.all();
        }
        outOfTheWay(stuck);
        List<Point> again = letters.replay();

        assertThat(sent).containsExactly(first, second);
        assertThat(again).isEmpty();
        assertThat(parked()).isEmpty();
        assertThat(log)
                .singleElement()
                .asString()
                .startsWith("ERROR " + stuck + " holds points that Guance has, and cannot be");
    }

    @Test
    void ofWhatWasSentInPartOnlyTheRestIsSentAgainWhereItsFileCannotBeWritten() throws Exception {
        Point taken = letters.point("taken", Duration.ZERO);
        Point left = letters.point("left", Duration.ZERO);
        letters.park("metric", taken, left);
        Path stuck = parked().get(0);

        letters.replay(
                letter -> inTheWayOf(letter, stuck),
                letter -> new Delivery(1, 0, 0, List.of(left), "Guance answered 503"));
        outOfTheWay(stuck);

        assertThat(letters.replay()).containsExactly(left);
        assertThat(parked()).isEmpty();
    }

    @Test
    void whatAKilledWriterHasLeftIsDeletedOnceNobodyCanBeWritingIt() throws Exception {
        letters.park("metric", letters.point("a", Duration.ZERO));
        Path old = leftover("old", Duration.ofMinutes(61));
        Path young = leftover("young", Duration.ofMinutes(59));

        letters.replay();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void howFarItIsStandsInALine() {
        letters.park("metric", letters.point("a", Duration.ZERO));
        letters.park("metric", letters.point("b", Duration.ZERO));

        letters.replay(letter -> {}, letter -> Delivery.rejected(1, "bad"));
        letters.park("metric", letters.point("c", Duration.ZERO));

        assertThat(letters.beans().replay().progress())
                .isEqualTo("0 points accepted, 2 rejected; 1 batches are still parked");
    }

    private Path leftover(String name, Duration age) throws IOException {
        Path file =
                directory.resolve(
                        "parked/.20261124T080000.000Z-metric-%s-00000000.jsonl.tmp"
                                .formatted(name));
        Files.writeString(file, "{\"category\":\"met");
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(age)));
        return file;
    }

    /** A folder that is not empty can be neither deleted nor replaced, whoever tries. */
    private void inTheWayOf(DeadLetter letter, Path stuck) {
        if (letter.file().equals(stuck)) {
            try {
                Files.move(stuck, directory.resolve("aside"));
                Files.createDirectories(stuck.resolve("child"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void outOfTheWay(Path stuck) throws IOException {
        Files.delete(stuck.resolve("child"));
        Files.delete(stuck);
        Files.move(directory.resolve("aside"), stuck);
    }

    private List<Path> parked() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("parked"))) {
            return files.filter(each -> each.toString().endsWith(".jsonl")).sorted().toList();
        }
    }
}
