package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.point.Point;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.GuanceFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** kill -9 of the program in the middle of a metrics run of several requests, and its restart. */
class KillTest {

    /** One is of the objects, and then each request of the metrics has one. */
    private static final int WRITE = 4;

    private final AtomicInteger calls = new AtomicInteger();
    private volatile int done;

    @Test
    void killedWhileItReadsItLosesNothingAndSendsNothingTwice() throws Exception {
        try (Killed killed = new Killed()) {
            AwsFault hang = AwsFault.hang("GetMetricData");
            killed.bench.aws.faults().add(hang.when(call -> calls.incrementAndGet() == 3));
            Process process = killed.start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> killed.bench.aws.faults().waiting() == 1);
            assertThat(killed.points(0)).isNotEmpty();
            killed.kill(process);
            killed.bench.aws.faults().clear();

            assertThat(killed.run()).isZero();

            killed.isWhole(killed.points(0));
        }
    }

    @Test
    void killedWhileItSendsItLosesNothingAndSendsOnlyThatBatchTwice() throws Exception {
        try (Killed killed = new Killed()) {
            killed.bench.guance().failBy(() -> slowOnce(killed));
            Process process = killed.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> calls.get() == WRITE);
            await().until(() -> !killed.points(done).isEmpty());
            List<Point> inFlight = killed.points(done);
            killed.kill(process);
            killed.bench.guance().recover();

            assertThat(killed.run()).isZero();

            List<Point> once = new ArrayList<>(killed.points(0));
            inFlight.forEach(once::remove);
            if (!once.containsAll(inFlight)) {
                once.addAll(inFlight);
            }
            killed.isWhole(once);
        }
    }

    /** Keeps the points of one write, but is too slow to say so. */
    private Optional<GuanceFault> slowOnce(Killed killed) {
        if (calls.get() == WRITE - 1) {
            done = killed.points(0).size();
        }
        return calls.incrementAndGet() == WRITE
                ? Optional.of(GuanceFault.slow(Duration.ofHours(1)))
                : Optional.empty();
    }
}
