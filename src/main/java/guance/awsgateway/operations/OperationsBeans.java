package guance.awsgateway.operations;

import guance.awsgateway.metrics.Pace;
import guance.awsgateway.metrics.Schedule;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.Targets;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The beans that follow the runs, by the names that YAML uses. */
public final class OperationsBeans {

    private final Settings settings;
    private final LastRuns lastRuns;
    private final Runs runs;
    private final Costs costs;
    private final Map<String, Object> beans = new LinkedHashMap<>();

    /**
     * @param offsets of the schedules
     * @param stopping whether the process is on its way out
     * @param obstacle why a run may make no further call
     * @param out where a dry run prints its points
     */
    public OperationsBeans(
            Settings settings,
            Targets targets,
            Pace pace,
            Offsets offsets,
            BooleanSupplier stopping,
            Supplier<Optional<String>> obstacle,
            PrintStream out,
            Clock clock) {
        this.settings = settings;
        lastRuns = new LastRuns(schedules(settings), clock);
        runs = new Runs(targets, lastRuns, clock, stopping, obstacle);
        costs = new Costs(targets, settings.metrics(), pace, clock);
        beans.put("costs", costs);
        beans.put("lastRuns", lastRuns);
        beans.put("offsets", offsets);
        beans.put("runs", runs);
        beans.put("runsOver", new RunsOver(runs));
        beans.put("dryRun", new DryRun(out));
    }

    private static Map<Job, Schedule> schedules(Settings settings) {
        return Map.of(
                Job.OBJECTS, new Schedule(settings.objects().cron()),
                Job.METRICS, new Schedule(settings.metrics().cron()));
    }

    public Map<String, Object> all() {
        return beans;
    }

    /**
     * Takes up what the last process left in state.directory.
     *
     * @param readOnly whether nothing on disk is changed
     */
    public void takeUp(boolean readOnly) {
        lastRuns.keepIn(settings.state().directory(), readOnly);
    }

    /** The runs and their figures. */
    public Runs runs() {
        return runs;
    }

    /** What the targets are going to cost. */
    public Costs costs() {
        return costs;
    }
}
