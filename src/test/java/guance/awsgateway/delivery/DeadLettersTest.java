package guance.awsgateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.LogLines;
import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.disk.WholeFile;
import guance.awsgateway.point.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Point FIRST =
            new Point(
                    "aws_AWS/ApiGateway",
                    new TreeMap<>(Map.of("api_name", "订单 \"a\"\\")),
                    new TreeMap<>(Map.of("Count_Sum", 0.1, "message", "line\nline")),
                    1_795_507_200_000_000_000L);
    private static final Point LAST =
            new Point("m", Map.of(), Map.of("a", 1.0), 1_795_507_260_000_000_001L);

    @TempDir Path directory;

    @Test
    void aParkedBatchIsAFileOfFactsAndPoints() throws IOException {
        Delivery delivery =
                letters().park(List.of(LAST, FIRST), "metric", "shop-eu-west-1", down(), 5);

        List<Path> files = files();
        List<String> lines = Files.readAllLines(files.get(0));
        assertThat(delivery)
                .isEqualTo(
                        Delivery.parked(
                                2, "Guance cannot be reached; check guance.url and the network"));
        assertThat(files).hasSize(1);
        assertThat(files.get(0).getFileName().toString())
                .matches("20261124T081500\\.250Z-metric-shop-eu-west-1-[0-9a-f]{8}\\.jsonl");
        assertThat(lines).hasSize(3);
        assertThat(json(lines.get(0)))
                .isEqualTo(
                        json(
                                """
                                {"category":"metric","target":"shop-eu-west-1","points":2,
                                "first":"2026-11-24T08:00:00Z","last":"2026-11-24T08:01:00Z",
                                "parked":"2026-11-24T08:15:00.250Z","attempts":6,
                                "reason":"Guance cannot be reached; check guance.url and the network"}
                                """));
        assertThat(JSON.readValue(lines.get(2), Point.class)).isEqualTo(FIRST);
        assertThat(json(lines.get(1)))
                .isEqualTo(
                        json(
                                "{\"measurement\":\"m\",\"tags\":{},\"fields\":{\"a\":1.0},\"time\":1795507260000000001}"));
    }

    @Test
    void twoBatchesOfOneInstantAreTwoFiles() throws IOException {
        letters().park(List.of(FIRST), "metric", "shop-eu-west-1", down(), 5);
        letters().park(List.of(FIRST), "metric", "shop-eu-west-1", down(), 5);

        assertThat(files()).hasSize(2);
    }

    @Test
    void parkingIsToldWithItsReason() throws IOException {
        List<String> log;
        try (LogLines lines = new LogLines(DeadLetters.class)) {
            letters().park(List.of(FIRST), "metric", "shop-eu-west-1", down(), 5);
            log = lines.all();
        }

        assertThat(log)
                .containsExactly(
                        "WARN metric shop-eu-west-1: 1 points are parked in "
                                + files().get(0)
                                + ": Guance cannot be reached; check guance.url and the network");
    }

    @Test
    void whereTheDiskRefusesNothingIsLeftBehind() throws IOException {
        Files.writeString(directory.resolve("parked"), "a file where the folder should be");

        assertThatThrownBy(
                        () -> letters().park(List.of(FIRST), "metric", "shop-eu-west-1", down(), 5))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot park in " + directory.resolve("parked"));

        assertThat(Files.list(directory)).containsExactly(directory.resolve("parked"));
    }

    @Test
    void aFileThatCannotBeWrittenWholeIsNotThere() throws IOException {
        Path file = directory.resolve("parked/x.jsonl");
        Files.createDirectories(file.resolve("child"));

        assertThatThrownBy(() -> WholeFile.write(file, "text")).isInstanceOf(IOException.class);

        assertThat(files()).containsExactly(file);
    }

    private DeadLetters letters() {
        return new DeadLetters(
                new LetterFolder(directory.resolve("parked")),
                TestSettings.of("dead-letter.directory=" + directory).deadLetter(),
                new TestClock("2026-11-24T08:15:00.250Z"));
    }

    private static Exception down() {
        return new RuntimeException("sending failed", new ConnectException("refused"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("parked"))) {
            return files.toList();
        }
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }
}
