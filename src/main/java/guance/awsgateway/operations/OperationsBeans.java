package guance.awsgateway.operations;

import guance.awsgateway.delivery.LetterFolders;
import guance.awsgateway.metrics.Schedule;
import guance.awsgateway.operations.log.LevelsByJmx;
import guance.awsgateway.operations.log.RunInLog;
import guance.awsgateway.operations.log.RunLog;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.Target;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The beans that follow the runs, by the names that YAML uses. */
public final class OperationsBeans implements AutoCloseable {

    private final Settings settings;
    private final Rooms rooms;
    private final RunRecords records = new RunRecords();
    private final Runs runs;
    private final Costs costs;
    private final DirectRoutes routes;
    private final ScheduleRoutes schedules;
    private final Standstill standstill;
    private final JobControl control;
    private final Jobs jobs;
    private final RunLog runLog = new RunLog();
    private final Map<String, Object> beans = new LinkedHashMap<>();

    /**
     * @param offsets of the schedules
     */
    public OperationsBeans(
            Settings settings,
            Rooms rooms,
            Offsets offsets,
            Surroundings surroundings,
            Clock clock) {
        this.settings = settings;
        this.rooms = rooms;
        runs = new Runs(rooms.targets(), records, rooms.calls(), surroundings, clock);
        costs = new Costs(rooms.targets(), settings.metrics(), rooms.pace(), clock);
        beans.put("costs", costs);
        beans.put("offsets", offsets);
        beans.put("runs", runs);
        beans.put("runsOver", new RunsOver(runs));
        beans.put("dryRun", new DryRun(surroundings.out()));
        routes = new DirectRoutes(surroundings.camel());
        schedules = new ScheduleRoutes(surroundings.camel(), surroundings.nodes());
        standstill = new Standstill(surroundings.camel(), schedules);
        beans.put(
                "lastRuns",
                new LastRuns(
                        schedules(), records, schedules::isSuspended, surroundings.nodes(), clock));
        control = new JobControl(rooms, runs, schedules, routes, settings.metrics());
        NextRuns nextRuns = nextRuns();
        jobs = jobs(nextRuns, clock);
        addJobs(surroundings.reloads());
        beans.put(
                "heartbeat",
                new Heartbeat(
                        rooms.targets(),
                        surroundings.origin(),
                        (target, job) -> jobs.of(target, job).lag(),
                        (target, job) -> nextRuns.interval(clock.instant(), target, job)));
        addLogs();
    }

    private NextRuns nextRuns() {
        return new NextRuns(
                schedules(), settings.metrics(), rooms.pace(), settings.operation().jitter());
    }

    private Jobs jobs(NextRuns nextRuns, Clock clock) {
        return new Jobs(
                rooms.targets(),
                runs,
                records,
                rooms.states()::standing,
                schedules,
                nextRuns,
                clock);
    }

    private void addJobs(Reloads reloads) {
        beans.put("control", control);
        beans.put("jobs", jobs);
        beans.put("runRecords", records);
        beans.put(
                "management",
                new ManagementBeans(
                        rooms, jobs, records, control, this::deadLetters, costs, reloads));
    }

    private void addLogs() {
        beans.put("awaited", new Awaited());
        beans.put("runLog", runLog);
        beans.put("runInLog", new RunInLog());
        beans.put("levelsByJmx", new LevelsByJmx());
    }

    private Map<Job, Schedule> schedules() {
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
        records.keepIn(
                settings.state().directory(),
                rooms.targets().all().stream().map(Target::id).toList(),
                readOnly);
        runLog.open();
    }

    /** The runs and their figures. */
    public Runs runs() {
        return runs;
    }

    /** How every job of every target stands. */
    public Jobs jobs() {
        return jobs;
    }

    /** The records of the last runs. */
    public RunRecords records() {
        return records;
    }

    /** What a person does to the jobs by hand. */
    public JobControl control() {
        return control;
    }

    /** What the last runs have logged. */
    public RunLog runLog() {
        return runLog;
    }

    /** Lets what is under way end before the routes are replaced. */
    public Standstill standstill() {
        return standstill;
    }

    /** What the targets are going to cost. */
    public Costs costs() {
        return costs;
    }

    /** By which the jobs are run and what is parked is sent, beside the schedules. */
    public DirectRoutes routes() {
        return routes;
    }

    private String deadLetters() {
        return new LetterTable(LetterFolders.of(settings.deadLetter()).told()).text();
    }

    /** Lets go of what is open on disk, and listens to no logger any more. */
    @Override
    public void close() {
        control.close();
        runLog.close();
        records.close();
    }
}
