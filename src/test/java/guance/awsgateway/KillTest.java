package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.point.Point;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.GuanceArrival;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** kill -9 of the program in the middle of a metrics run of several requests, and its restart. */
class KillTest {

    private static final World WORLD = World.large(60, 100);
    private static final Duration DELAY = Duration.ofMinutes(5);
    private static final Duration LOOKBACK = Duration.ofMinutes(10);

    /** One is of the objects, and then each request of the metrics has one. */
    private static final int WRITE = 4;

    private final AtomicInteger calls = new AtomicInteger();
    private volatile int done;
    private Bench bench;
    private Program program;
    private Instant killed;
    private Instant restarted;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(WORLD, PageSizes.AWS, Instant.now().toString());
        bench.with("collector.accounts[0].name", "shop")
                .with("collector.accounts[0].regions", "eu-west-1")
                .with("metrics.concurrency", "1")
                .with("metrics.lookback", LOOKBACK.toMinutes() + "m")
                .write();
        program = new Program(bench);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void killedWhileItReadsItLosesNothingAndSendsNothingTwice() throws Exception {
        AwsFault hang = AwsFault.hang("GetMetricData");
        bench.aws.faults().add(hang.when(call -> calls.incrementAndGet() == 3));
        Process process = program.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> bench.aws.faults().waiting() == 1);
        assertThat(bench.guance().points("metric")).isNotEmpty();

        kill(process);
        bench.aws.faults().clear();
        restart();

        isWhole(Truth.arrived(bench.guance().points("metric")));
    }

    @Test
    void killedWhileItSendsItLosesNothingAndSendsOnlyThatBatchTwice() throws Exception {
        bench.guance().failBy(this::slowOnce);
        Process process = program.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> calls.get() == WRITE);
        await().until(() -> bench.guance().arrivals("metric", done).size() > 0);
        List<Point> inFlight = points(done);

        kill(process);
        bench.guance().recover();
        restart();

        List<Point> once = new ArrayList<>(points(0));
        inFlight.forEach(once::remove);
        if (!once.containsAll(inFlight)) {
            once.addAll(inFlight);
        }
        isWhole(Truth.arrived(once));
    }

    /** Keeps the points of one write, but is too slow to say so. */
    private Optional<GuanceFault> slowOnce() {
        if (calls.get() == WRITE - 1) {
            done = points(0).size();
        }
        return calls.incrementAndGet() == WRITE
                ? Optional.of(GuanceFault.slow(Duration.ofHours(1)))
                : Optional.empty();
    }

    private List<Point> points(int without) {
        return bench.guance().arrivals("metric", without).stream()
                .map(GuanceArrival::point)
                .toList();
    }

    private void kill(Process process) throws InterruptedException {
        killed = Instant.now();
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private void restart() throws Exception {
        restarted = Instant.now();
        Process process = program.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /**
     * From the first run's lookback to what had settled at the restart; the edges may have more.
     */
    private void isWhole(Truth arrived) {
        Instant from = minute(killed.minus(DELAY)).minus(LOOKBACK);
        Instant to = minute(restarted.minus(DELAY));
        Duration edge = Duration.ofMinutes(2);

        assertThat(arrived.fields()).containsAllEntriesOf(truth(from, to).fields());
        assertThat(truth(from.minus(edge), to.plus(edge)).fields())
                .containsAllEntriesOf(arrived.fields());
    }

    private static Truth truth(Instant from, Instant to) {
        return Truth.of(WORLD, at -> !at.metric().dimensions().isEmpty(), from, to);
    }

    private static Instant minute(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES);
    }
}
