package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.point.Point;
import guance.awsgateway.standin.GuanceArrival;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The program with {@code --once}, by the system's clock, until it is killed, and again. */
final class Killed implements AutoCloseable {

    private static final World WORLD = World.large(60, 100);
    private static final Duration DELAY = Duration.ofMinutes(5);
    private static final Duration LOOKBACK = Duration.ofMinutes(10);

    final Bench bench;
    private final Program program;
    private final AtomicInteger writes = new AtomicInteger();
    private volatile int before;
    private Instant first;
    private Instant last;

    /**
     * @param settings more than it needs, as {@code key=value}
     */
    Killed(String... settings) throws Exception {
        bench = new Bench(WORLD, PageSizes.AWS, Instant.now().toString());
        bench.with("collector.accounts[0].name", "shop")
                .with("collector.accounts[0].regions", "eu-west-1")
                .with("metrics.concurrency", "1")
                .with("metrics.lookback", LOOKBACK.toMinutes() + "m");
        for (String each : settings) {
            bench.with(each.split("=")[0], each.split("=")[1]);
        }
        bench.write();
        program = new Program(bench);
    }

    /** AWS tells the time of this machine: the process would take an older one for a skew. */
    Process start() throws Exception {
        bench.clock.set(Instant.now());
        return program.start();
    }

    /** Guance keeps the points of the write of this number, but is too slow to say so. */
    void slow(int write) {
        bench.guance().failBy(() -> slowAt(write));
    }

    private Optional<GuanceFault> slowAt(int write) {
        if (writes.get() == write - 1) {
            before = points(0).size();
        }
        return writes.incrementAndGet() == write
                ? Optional.of(GuanceFault.slow(Duration.ofHours(1)))
                : Optional.empty();
    }

    /**
     * Waits for it.
     *
     * @return what has arrived with it
     */
    List<Point> slowWrite(int write) {
        await().atMost(Duration.ofMinutes(1)).until(() -> writes.get() == write);
        await().until(() -> !points(before).isEmpty());
        return points(before);
    }

    /** While it goes on. */
    void kill(Process process) throws InterruptedException {
        first = first == null ? Instant.now() : first;
        assertThat(process.isAlive()).isTrue();
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /**
     * @return its exit code
     */
    int run() throws Exception {
        last = Instant.now();
        Process process = start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        first = first == null ? Instant.now() : first;
        return process.exitValue();
    }

    /** Of the metrics, in order of arrival. */
    List<Point> points(int without) {
        return bench.guance().arrivals("metric", without).stream()
                .map(GuanceArrival::point)
                .toList();
    }

    /**
     * From the first run's lookback to what had settled at the last; the edges may have more.
     *
     * @param points each once
     */
    void isWhole(List<Point> points) {
        Truth arrived = Truth.arrived(points);
        Instant from = minute(first.minus(DELAY)).minus(LOOKBACK);
        Instant to = minute(last.minus(DELAY));
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

    @Override
    public void close() throws Exception {
        bench.close();
    }
}
