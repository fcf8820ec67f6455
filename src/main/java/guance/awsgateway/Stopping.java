package guance.awsgateway;

import guance.awsgateway.operations.Offsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** The way out: nothing begins any more, and what is under way ends or is cut. */
final class Stopping implements AutoCloseable {

    /** Of the twenty seconds of a stop; the rest is to park what is cut. */
    private static final int PATIENCE = 10;

    private final Offsets offsets;
    private final Supplier<CamelContext> camel;
    private final Runnable cut;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Stopping::daemon);

    /**
     * @param camel null before it is made
     * @param cut ends the POSTs under way, to be parked
     */
    Stopping(Offsets offsets, Supplier<CamelContext> camel, Runnable cut) {
        this.offsets = offsets;
        this.camel = camel;
        this.cut = cut;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "cut-at-stop");
        thread.setDaemon(true);
        return thread;
    }

    /** What is under way has ten seconds to end by itself. */
    void begin() {
        offsets.close();
        timer.schedule(cut, PATIENCE, TimeUnit.SECONDS);
    }

    /** Whether nothing may begin, also before the start. */
    boolean isOn() {
        return offsets.isClosed() || camel.get() == null || !camel.get().isRunAllowed();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
