package guance.awsgateway.operations;

import guance.awsgateway.delivery.Replay;
import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person does to the jobs by hand. Every method that acts says so in one line of the log; an
 * id that no target has is an {@link IllegalArgumentException}.
 */
public final class JobControl implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobControl.class);

    private final Targets targets;
    private final Runs runs;
    private final ScheduleRoutes schedules;
    private final DirectRoutes routes;
    private final WatermarkControl watermark;
    private final Replay replay;
    private final ExecutorService byHand = Executors.newCachedThreadPool(JobControl::daemon);

    JobControl(
            Rooms rooms,
            Runs runs,
            ScheduleRoutes schedules,
            DirectRoutes routes,
            MetricSettings settings) {
        this.targets = rooms.targets();
        this.watermark = new WatermarkControl(rooms, runs, settings);
        this.replay = rooms.replay();
        this.runs = runs;
        this.schedules = schedules;
        this.routes = routes;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "by-hand");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Sets a run off, also while the schedule is suspended; what comes of it, its record says.
     *
     * @return false, without a run, where one goes on already, here or on another node
     */
    public boolean runNow(String targetId, Job job) {
        Target target = targets.get(targetId);
        if (runs.isGoing(targetId, job) || runsOn(targetId, job).isPresent()) {
            return false;
        }
        LOG.info("{} {}: run now, by hand", job, target.text());
        byHand.execute(() -> routes.collect(target, job));
        return true;
    }

    /** The node where a run goes on, where several share the targets. */
    public Optional<String> runsOn(String targetId, Job job) {
        return runs.seen(targetId, job).flatMap(Nodes.Seen::runsOn);
    }

    /**
     * Lets the schedule fire no more until {@link #resume} or a restart; a run that goes on comes
     * to its end.
     *
     * @throws IllegalStateException where this process runs no schedules
     */
    public void suspend(String targetId, Job job) throws Exception {
        Target target = targets.get(targetId);
        schedules.suspend(targetId, job);
        LOG.info("{} {}: suspended, by hand", job, target.text());
    }

    /**
     * What has settled meanwhile is read as gaps are.
     *
     * @throws IllegalStateException where this process runs no schedules
     */
    public void resume(String targetId, Job job) throws Exception {
        Target target = targets.get(targetId);
        schedules.resume(targetId, job);
        LOG.info("{} {}: resumed, by hand", job, target.text());
    }

    /** Moves a watermark. */
    WatermarkControl watermark() {
        return watermark;
    }

    /**
     * Sends what is parked, now.
     *
     * @return how many batches were parked before
     */
    public int replay() {
        int parked = replay.waiting();
        LOG.info("replay of {} parked batches, by hand", parked);
        byHand.execute(routes::replay);
        return parked;
    }

    /**
     * As {@link #replay}, with what was rejected.
     *
     * @return how many batches were parked before, with these
     */
    public int replayRejected() {
        try {
            replay.takeUpRejected();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "what was rejected cannot be parked again: %s; check dead-letter.directory"
                            .formatted(e),
                    e);
        }
        return replay();
    }

    /** What was set off comes to its end as the routes stop. */
    @Override
    public void close() {
        byHand.shutdown();
    }
}
