package guance.awsgateway;

import guance.awsgateway.routes.RouteFiles;
import guance.awsgateway.settings.Loaded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A collector on its schedules, which takes up edits while it runs. */
final class Live implements AutoCloseable {

    /** Between two looks at the files. */
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final Thread onSignal = new Thread(this::stop, "stop-on-signal");
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(Live::daemon);
    private final Generations generations;
    private final Edits edits;

    /**
     * @param again reads the settings once more
     * @param shipped run where there is no {@code routes/}
     * @throws IOException where the routes cannot be read
     * @throws RuntimeException where the collector cannot be made
     */
    Live(
            Loaded loaded,
            Callable<Loaded> again,
            Path directory,
            RouteFiles shipped,
            Outside outside,
            Generations.Maker maker)
            throws IOException {
        Content first = Content.of(directory);
        RouteFiles routes = first.routes().orElse(shipped);
        generations = new Generations(new Edition(loaded, routes), outside, maker);
        Candidates candidates = new Candidates(again, outside.clock());
        edits = new Edits(directory, first, generations, candidates, outside);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "look-for-edits");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Returns when the process was asked to stop and has.
     *
     * @return the exit code
     */
    int run() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(onSignal);
        generations.start();
        long pause = INTERVAL.toMillis();
        looking.scheduleWithFixedDelay(edits::look, pause, pause, TimeUnit.MILLISECONDS);
        generations.await();
        return generations.isFailed() ? Commands.FAILED : 0;
    }

    /** For who looks himself. */
    Edits edits() {
        return edits;
    }

    Generations generations() {
        return generations;
    }

    private void stop() {
        looking.shutdown();
        generations.close();
    }

    /** Lets what is in flight end, or be parked, within 20 s. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // It is the signal that closes.
        }
    }
}
