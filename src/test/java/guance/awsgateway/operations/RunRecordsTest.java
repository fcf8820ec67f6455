package guance.awsgateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.LogLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String SHOP = "shop-eu-west-1";
    private static final RunKey METRICS = new RunKey(SHOP, Job.METRICS);
    private static final RunKey OBJECTS = new RunKey(SHOP, Job.OBJECTS);

    @TempDir Path directory;
    private RunRecords records = new RunRecords();

    @AfterEach
    void close() {
        records.close();
    }

    private RunRecords restart() {
        return restart(false);
    }

    private RunRecords restart(boolean readOnly) {
        records.close();
        records = new RunRecords();
        records.keepIn(directory, List.of(SHOP), readOnly);
        return records;
    }

    private Path file() {
        return directory.resolve(SHOP + ".runs.jsonl");
    }

    private static RunRecordBuilder run(Job job, int second) {
        return new RunRecordBuilder("shop/eu-west-1", job, NOON.plusSeconds(second));
    }

    private static RunRecord metrics(int second) {
        return run(Job.METRICS, second).record();
    }

    @Test
    void theLastTwoHundredOfATargetAndJobAreKeptNewestFirst() {
        records.add(OBJECTS, run(Job.OBJECTS, 0).record());
        IntStream.rangeClosed(1, 201).forEach(i -> records.add(METRICS, metrics(i)));

        assertThat(records.of(SHOP, Job.METRICS))
                .hasSize(200)
                .startsWith(metrics(201), metrics(200))
                .endsWith(metrics(2));
        assertThat(records.of(SHOP, Job.OBJECTS)).hasSize(1);
        assertThat(records.of("blog-eu-west-1", Job.METRICS)).isEmpty();
        assertThat(records.totals(METRICS).runs()).isEqualTo(201);
    }

    @Test
    void aRestartKnowsThemAndItsTotalsBeginAnew() {
        RunRecord whole =
                run(Job.METRICS, 7)
                        .took(Duration.ofMillis(1234))
                        .found(3)
                        .called(10, 40, Map.of("GetMetricData", 2))
                        .throttled(2)
                        .delivered(2, 5, 1)
                        .failed(1, "the \"first\"\nfailure")
                        .record();
        restart();
        records.add(OBJECTS, run(Job.OBJECTS, 0).record());
        records.add(METRICS, metrics(1));
        records.add(METRICS, whole);

        restart();

        assertThat(records.of(SHOP, Job.METRICS)).containsExactly(whole, metrics(1));
        assertThat(records.last(SHOP, Job.OBJECTS)).contains(run(Job.OBJECTS, 0).record());
        assertThat(records.totals(METRICS)).isEqualTo(Totals.NONE);
    }

    @Test
    void theFileIsBoundedAndARestartStillKnowsTheLast() throws IOException {
        restart();
        long longest = 0;
        for (int i = 1; i <= 2000; i++) {
            records.add(METRICS, metrics(i));
            if (i % 10 == 0) {
                records.add(OBJECTS, run(Job.OBJECTS, i).record());
            }
            longest = Math.max(longest, Files.size(file()));
        }
        List<RunRecord> before = records.of(SHOP, Job.METRICS);
        List<RunRecord> objects = records.of(SHOP, Job.OBJECTS);

        restart();

        assertThat(longest).isLessThan(800L * 512);
        assertThat(records.of(SHOP, Job.METRICS)).hasSize(200).isEqualTo(before);
        assertThat(records.of(SHOP, Job.OBJECTS)).hasSize(200).isEqualTo(objects);
    }

    @Test
    void aLineThatIsNoRecordIsPassedOver() throws IOException {
        restart();
        records.add(METRICS, metrics(1));
        records.close();
        Files.writeString(
                file(),
                "hello\n{\"id\":\"x\",\"job\":\"metrics\"}\n{\"cut",
                StandardOpenOption.APPEND);
        try (LogLines log = new LogLines(RunFile.class)) {

            restart();

            assertThat(log.all())
                    .containsExactly(
                            "WARN "
                                    + file()
                                    + ": 2 of 3 lines are no run records, and are passed over;"
                                    + " nothing is to do");
        }
        records.add(METRICS, metrics(2));
        assertThat(restart().of(SHOP, Job.METRICS)).containsExactly(metrics(2), metrics(1));
    }

    @Test
    void whatANewerVersionAddsIsPassedOver() throws IOException {
        restart();
        records.add(METRICS, metrics(1));
        records.close();
        String line = Files.readString(file());
        Files.writeString(file(), line.replace("{\"id\"", "{\"more\":{\"than\":1},\"id\""));

        assertThat(restart().of(SHOP, Job.METRICS)).containsExactly(metrics(1));
    }

    @Test
    void aDryRunKnowsThemAndWritesNone() throws IOException {
        restart();
        records.add(METRICS, metrics(1));
        String content = Files.readString(file());

        restart(true);
        records.add(METRICS, metrics(2));

        assertThat(records.of(SHOP, Job.METRICS)).containsExactly(metrics(2), metrics(1));
        assertThat(file()).hasContent(content);
    }

    @Test
    void aDiskThatRefusesIsToldOnceAndFailsNoRun() throws IOException {
        Path gone = directory.resolve("state");
        records.keepIn(gone, List.of(SHOP), false);
        Files.writeString(gone, "in the way");
        try (LogLines log = new LogLines(RunFile.class)) {

            records.add(METRICS, metrics(1));
            records.add(METRICS, metrics(2));

            assertThat(log.all())
                    .singleElement()
                    .asString()
                    .startsWith("WARN " + gone)
                    .contains("cannot be written, so a restart forgets what ran");
        }
        assertThat(records.of(SHOP, Job.METRICS)).hasSize(2);
    }
}
