package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.GuanceFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** kill -9 of the program while it writes parked batches, and while it sends them again. */
class KillOfParkedTest {

    private static final String SMALL = "guance.batch.points=5";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A write of a parked batch of metrics, behind those of the objects. */
    private static final int WRITE = 20;

    @Test
    void killedWhileItParksItLeavesWholeFilesAndLosesNothing() throws Exception {
        try (Killed killed = new Killed(SMALL)) {
            killed.bench.guance().failAlways(GuanceFault.status(403));
            Process process = killed.start();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> killed.bench.parked().size() >= 30);
            killed.kill(process);
            List<Path> parked = killed.bench.parked();
            assertThat(parked).allSatisfy(KillOfParkedTest::isWhole);
            halfAFile(parked.get(parked.size() - 1));
            killed.bench.guance().recover();

            assertThat(killed.run()).isZero();

            assertThat(killed.bench.parked()).isEmpty();
            killed.isWhole(List.copyOf(new LinkedHashSet<>(killed.points(0))));
        }
    }

    @Test
    void killedWhileItReplaysItLosesNothingAndSendsOnlyThatBatchTwice() throws Exception {
        try (Killed killed = new Killed(SMALL)) {
            killed.bench.guance().failAlways(GuanceFault.status(403));
            assertThat(killed.run()).isEqualTo(1);
            killed.bench.guance().recover();
            killed.slow(WRITE);
            Process process = killed.start();
            List<Point> inFlight = killed.slowWrite(WRITE);
            killed.kill(process);
            killed.bench.guance().recover();

            assertThat(killed.run()).isZero();

            assertThat(killed.bench.parked()).isEmpty();
            List<Point> once = new ArrayList<>(killed.points(0));
            inFlight.forEach(once::remove);
            assertThat(once).containsAll(inFlight);
            killed.isWhole(once);
        }
    }

    private static void isWhole(Path file) throws Exception {
        List<String> lines = Files.readAllLines(file);
        assertThat(JSON.readTree(lines.get(0)).path("points").asInt()).isEqualTo(lines.size() - 1);
    }

    /** What is there when the kill comes between the write and the rename. */
    private static void halfAFile(Path whole) throws Exception {
        String text = Files.readString(whole);
        Files.writeString(
                whole.resolveSibling("." + whole.getFileName().toString() + ".tmp"),
                text.substring(0, text.length() / 2));
    }
}
