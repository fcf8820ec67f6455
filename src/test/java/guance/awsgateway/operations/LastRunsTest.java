package guance.awsgateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.LogLines;
import guance.awsgateway.TestClock;
import guance.awsgateway.metrics.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastRunsTest {

    private static final String NOON = "2026-11-24T12:00:00Z";
    private static final RunKey METRICS = new RunKey("shop-eu-west-1", Job.METRICS);
    private static final Schedule FIVE_MINUTES = new Schedule("0 0/5 * * * ?");

    @TempDir Path directory;

    private LastRuns lastRuns(String now) {
        return new LastRuns(
                Map.of(Job.OBJECTS, new Schedule("0 0/15 * * * ?"), Job.METRICS, FIVE_MINUTES),
                new TestClock(now));
    }

    private Path file() {
        return directory.resolve("runs.json");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "never, , true",
        "an interval ago, 2026-11-24T11:55:00Z, false",
        "longer ago, 2026-11-24T11:54:59.999Z, true",
        "just now, 2026-11-24T12:00:00Z, false",
        "in the future as the clock jumped back, 2026-11-24T12:00:01Z, true"
    })
    void aJobIsDueWhoseLastRunIsOlderThanItsInterval(String name, Instant last, boolean due) {
        assertThat(LastRuns.isDue(last, FIVE_MINUTES, Instant.parse(NOON))).isEqualTo(due);
    }

    @Test
    void aJobWithoutAScheduleIsNeverDueByItself() {
        Schedule once = new Schedule("0 0 0 1 1 ? 2099");

        assertThat(LastRuns.isDue(null, once, Instant.parse(NOON))).isFalse();
    }

    @Test
    void aRestartKnowsTheRunsBefore() throws IOException {
        LastRuns before = lastRuns(NOON);
        before.keepIn(directory, false);
        before.ended(METRICS, Instant.parse(NOON));

        LastRuns after = lastRuns("2026-11-24T12:05:00.001Z");
        boolean unread = after.isDue("shop-eu-west-1", Job.METRICS);
        after.keepIn(directory, false);
        after.ended(new RunKey("shop-eu-west-1", Job.OBJECTS), Instant.parse(NOON));

        assertThat(unread).isTrue();
        assertThat(after.isDue("shop-eu-west-1", Job.METRICS)).isTrue();
        assertThat(after.isDue("shop-eu-west-1", Job.OBJECTS)).isFalse();
        assertThat(file())
                .hasContent(
                        """
                        {"format":1,"runs":[\
                        {"target":"shop-eu-west-1","job":"metrics",\
                        "scheduled":"2026-11-24T12:00:00Z"},\
                        {"target":"shop-eu-west-1","job":"objects",\
                        "scheduled":"2026-11-24T12:00:00Z"}]}
                        """);
    }

    @Test
    void withoutAFileNothingIsWritten() throws IOException {
        LastRuns runs = lastRuns(NOON);

        runs.ended(METRICS, Instant.parse(NOON));

        assertThat(directory).isEmptyDirectory();
        assertThat(runs.isDue("shop-eu-west-1", Job.METRICS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\":1}",
                "{\"format\":1,\"runs\":[{\"target\":\"a\",\"job\":\"metrics\"}]}",
                "{\"format\":1,\"runs\":[{\"target\":\"a\",\"job\":\"x\",\"scheduled\":\"%s\"}]}",
                "{\"format\":1,\"runs\":[{\"target\":\"a\",\"job\":\"metrics\",\"scheduled\":\"y\"}]}"
            })
    void whatNamesNoRunsIsSetAside(String content) throws IOException {
        Files.writeString(file(), content.formatted(NOON));
        LastRuns runs = lastRuns(NOON);

        runs.keepIn(directory, false);

        assertThat(directory.toFile().list())
                .containsExactly("runs.json.set-aside-20261124T120000.000Z");
        assertThat(runs.isDue("shop-eu-west-1", Job.METRICS)).isTrue();
    }

    @Test
    void aDryRunKnowsTheRunsBeforeAndWritesNone() throws IOException {
        LastRuns before = lastRuns(NOON);
        before.keepIn(directory, false);
        before.ended(METRICS, Instant.parse(NOON));
        String content = Files.readString(file());

        LastRuns dry = lastRuns(NOON);
        dry.keepIn(directory, true);
        dry.ended(new RunKey("shop-eu-west-1", Job.OBJECTS), Instant.parse(NOON));

        assertThat(dry.isDue("shop-eu-west-1", Job.METRICS)).isFalse();
        assertThat(file()).hasContent(content);
    }

    @Test
    void aDiskThatRefusesIsToldOnceAndFailsNoRun() throws IOException {
        Path gone = directory.resolve("state");
        LastRuns runs = lastRuns(NOON);
        runs.keepIn(gone, false);
        Files.writeString(gone, "in the way");
        try (LogLines log = new LogLines(LastRuns.class)) {

            runs.ended(METRICS, Instant.parse(NOON));
            runs.ended(METRICS, Instant.parse(NOON));

            assertThat(log.all())
                    .singleElement()
                    .asString()
                    .startsWith("WARN " + "the last runs cannot be written")
                    .contains("state");
        }
    }
}
