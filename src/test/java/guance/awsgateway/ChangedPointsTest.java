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
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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

    @Test
    void anOlderValueNeverArrivesAfterANewerOne() throws Exception {
        try (Bench bench =
                new Bench(WORLD)
                        .overwriting()
                        .with("metrics.resend", "changed")
                        .with("metrics.settle", "20m")) {
            AtomicInteger calls = new AtomicInteger();
            bench.guance().failBy(() -> refuseSecond(calls));
            bench.runAll();
            List<RunRecord> behind;
            try (FileLock others = othersReplay(bench)) {
                bench.clock.advance(INTERVAL);
                behind = bench.runAll();
            }

            for (int i = 0; i < 5; i++) {
                bench.clock.advance(INTERVAL);
                bench.runAll();
            }

            assertThat(behind.get(2)).returns(1, RunRecord::accepted);
            assertThat(behind.get(3)).matches(run -> run.late() > 0 && run.parked() > 0);
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
