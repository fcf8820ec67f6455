package guance.awsgateway.database;

import guance.awsgateway.trouble.Code;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every two seconds: gives the signs of this process, and looks how the jobs stand. */
public final class Pulse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final int SECONDS = 2;

    private final Leases leases;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Pulse::daemon);
    private volatile List<LeaseRow> rows = List.of();
    private volatile String trouble;

    public Pulse(Leases leases) {
        this.leases = leases;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sign-of-leases");
        thread.setDaemon(true);
        return thread;
    }

    /** Looks once before it returns. */
    public void start() {
        beat();
        timer.scheduleWithFixedDelay(this::beat, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void beat() {
        try {
            leases.sign();
            rows = leases.all();
            if (trouble != null) {
                LOG.info("the database of state.jdbc.url answers again");
            }
            trouble = null;
        } catch (RuntimeException | Error e) {
            // An Error, too, would end the beats for good, and nobody would be told.
            String text = e instanceof DatabaseException ? e.getMessage() : e.toString();
            if (trouble == null) {
                LOG.warn(Code.DATABASE_AWAY.marker(), "{}", text);
            }
            trouble = text;
        }
    }

    /** As of the last look that was answered. */
    public List<LeaseRow> rows() {
        return rows;
    }

    /** Why the last look was not answered; null where it was. */
    public String trouble() {
        return trouble;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
