package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.point.Point;
import guance.awsgateway.standin.AwsFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** kill -9 of the program in the middle of a metrics run of several requests, and its restart. */
class KillTest {

    /** One is of the objects, and then each request of the metrics has one. */
    private static final int WRITE = 4;

    private final AtomicInteger calls = new AtomicInteger();

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
            killed.slow(WRITE);
            Process process = killed.start();
            List<Point> inFlight = killed.slowWrite(WRITE);
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
}
