package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guance is down, and the disk of the dead letters has no room. */
class DiskFullTest {

    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final World WORLD =
            World.shop(
                    IntStream.range(0, 10)
                            .mapToObj(i -> Api.http("api%07d".formatted(i), "a" + i))
                            .toArray(Api[]::new));

    private Bench bench;
    private Path disk;

    @BeforeEach
    void open() throws Exception {
        bench =
                new Bench(WORLD, PageSizes.AWS, START.toString())
                        .withoutPauses()
                        .with("guance.batch.points", "20");
        disk = Files.createDirectory(bench.folder.resolve("dead-letter"));
        assumeTrue(
                mount("size=256k"),
                "skipped: a disk of its own needs root and the right to mount a tmpfs");
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
        call("umount", disk.toString());
        Files.deleteIfExists(disk);
        Files.deleteIfExists(bench.folder);
    }

    @Test
    void nothingIsLostAndWhatComesIsParkedAgainOnceThereIsRoom() throws Exception {
        bench.runAll();
        bench.guance().failAlways(GuanceFault.status(503));

        RunRecord full = runUntilFull();
        int before = bench.aws.calls().all().size();
        run();
        int whileFull = bench.aws.calls().all().size() - before;
        List<Path> leftovers = leftovers();
        assertThat(mount("remount,size=16m")).isTrue();
        RunRecord room = run();
        bench.guance().recover();
        run();
        run();

        assertThat(full.error())
                .startsWith("cannot park in " + disk.resolve("parked"))
                .contains("No space left on device")
                .contains("after: ");
        assertThat(whileFull).isZero();
        assertThat(leftovers).isEmpty();
        assertThat(room).returns(0, RunRecord::failures).matches(run -> run.parked() > 100);
        assertThat(bench.parked()).isEmpty();
        Instant now = bench.clock.instant();
        Instant from = START.minus(Duration.ofMinutes(10));
        Truth.of(WORLD, at -> !at.metric().dimensions().isEmpty(), from, now.minus(INTERVAL))
                .isAllThatArrived(bench.guance().points("metric"));
    }

    private RunRecord runUntilFull() throws Exception {
        for (int i = 0; i < 20; i++) {
            RunRecord run = run();
            if (run.failures() > 0) {
                return run;
            }
        }
        throw new AssertionError("the disk is not full yet");
    }

    /** Of the metrics, one polling interval later. */
    private RunRecord run() throws Exception {
        bench.clock.advance(INTERVAL);
        List<RunRecord> runs = bench.runAll();
        return runs.get(runs.size() - 1);
    }

    private List<Path> leftovers() throws Exception {
        try (Stream<Path> files = Files.list(disk.resolve("parked"))) {
            return files.filter(each -> each.toString().endsWith(".tmp")).toList();
        }
    }

    private boolean mount(String options) throws Exception {
        return call("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString());
    }

    private static boolean call(String... command) throws Exception {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.waitFor() == 0;
    }
}
