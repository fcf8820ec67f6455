package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values grow for twenty minutes, and Guance keeps the last that it gets. */
class ChangedPointsTest {

    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final Instant FROM = Instant.parse("2026-11-24T08:05:00Z");
    private static final Lateness LATE =
            new Lateness(Duration.ZERO, Duration.ofMinutes(20), Duration.ZERO);
    private static final World WORLD =
            World.of(
                    Account.of(
                            "111122223333",
                            "shop",
                            Region.of("eu-west-1", LATE, Api.http("aaaaaaaaaa", "a"))));

    private Bench bench;

    @BeforeEach
    void parkTheFirstValues() throws Exception {
        bench =
                new Bench(WORLD)
                        .overwriting()
                        .with("metrics.resend", "changed")
                        .with("metrics.settle", "20m");
        AtomicInteger calls = new AtomicInteger();
        bench.guance().failBy(() -> refuseSecond(calls));
        bench.runAll();
    }

    /** Of each minute, the last that came is the last that there was. */
    @AfterEach
    void everyMinuteHasItsLastValue() throws Exception {
        try (Bench closed = bench) {
            for (int i = 0; i < 5; i++) {
                later();
            }
            assertThat(bench.parked()).isEmpty();
            Instant now = bench.clock.instant();
            Truth.of(
                            WORLD,
                            FROM,
                            now.minus(INTERVAL.multipliedBy(5)),
                            now,
                            at -> !at.metric().dimensions().isEmpty())
                    .isIn(bench.guance().points("metric"));
        }
    }

    private List<RunRecord> later() throws Exception {
        bench.clock.advance(INTERVAL);
        return bench.runAll();
    }

    @Test
    void anOlderValueNeverArrivesAfterANewerOne() throws Exception {
        List<RunRecord> behind;
        try (FileLock others = othersReplay(bench)) {
            behind = later();
        }

        assertThat(behind.get(2)).returns(1, RunRecord::accepted);
        assertThat(behind.get(3)).matches(run -> run.late() > 0 && run.parked() > 0);
    }

    @Test
    void norWhereTheDiskOfTheOlderOneIsAwayForAWhile() throws Exception {
        Path disk = bench.folder.resolve("dead-letter");
        Path away = Files.move(disk, bench.folder.resolve("away"));
        Files.createFile(disk);

        List<RunRecord> without = later();

        Files.delete(disk);
        Files.move(away, disk);
        assertThat(without.get(3)).matches(run -> run.late() > 0 && run.accepted() == 0);
    }

    /** The metrics, behind the objects. */
    private static Optional<GuanceFault> refuseSecond(AtomicInteger calls) {
        return calls.incrementAndGet() == 2
                ? Optional.of(GuanceFault.status(403))
                : Optional.empty();
    }

    /** As another process would that has just begun. */
    private static FileLock othersReplay(Bench bench) throws Exception {
        Path claims = bench.folder.resolve("dead-letter/parked/.lock");
        return FileChannel.open(claims, StandardOpenOption.CREATE, StandardOpenOption.WRITE).lock();
    }
}
