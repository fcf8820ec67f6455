package guance.awsgateway.simulation;

import guance.awsgateway.TestClock;
import guance.awsgateway.operations.Job;
import guance.awsgateway.standin.AwsCall;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.GuanceStandin;
import guance.awsgateway.standin.PageSizes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** 48 hours of a collector between stand-ins, from firing to firing; nothing waits for a clock. */
final class Simulation implements AutoCloseable {

    private static final PageSizes PAGES = new PageSizes(5, 40, 1_000, false);
    private static final int BURST = 5;

    private final Timeline timeline;
    private final Choices choices;
    private final Company company;
    private final TestClock clock = new TestClock(Troubles.START.toString());
    private final SkewedClock collectors = new SkewedClock(clock);
    private final AwsStandin aws;
    private final GuanceStandin guance;
    private final Node node;
    private final KillSwitch killSwitch;
    private final Weather weather;
    private final Receipts receipts;
    private final TrueValues truth;
    private final Ledger ledger;
    private final Chosen chosen;
    private final List<Instant> missed = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Instant before = Troubles.START;

    /**
     * @param folder for the directories of the collector's lives
     */
    Simulation(long seed, Timeline timeline, Choices choices, Path folder) {
        this.timeline = timeline;
        this.choices = choices;
        Disk disk = new Disk(folder);
        killSwitch = new KillSwitch(disk::keep);
        weather = new Weather(seed, timeline, clock, killSwitch);
        company = new Company(seed, timeline, weather::isPartial);
        chosen = new Chosen(choices.statistics(), place -> company.steady(place).isPresent());
        aws = new AwsStandin(company.at(Troubles.START), clock, PAGES);
        guance =
                choices.overwrites()
                        ? GuanceStandin.overwriting(Choices.TOKEN, clock)
                        : GuanceStandin.dataway(Choices.TOKEN, clock);
        truth = new TrueValues(company);
        ledger = new Ledger(truth, chosen, choices.from(), Choices.PATIENCE);
        receipts = new Receipts(guance, disk, ledger, clock, collectors);
        node = new Node(disk, aws.endpoint(), collectors);
        weather.over(aws, this::seen);
        weather.over(guance);
    }

    /** With one reader, a new request says that what came before it is remembered. */
    private void seen(AwsCall call) {
        if (killSwitch.isArmed()
                && call.operation().equals("GetMetricData")
                && !timeline.has(Chaos.READERS)) {
            receipts.done();
        }
    }

    Outcome run() throws Exception {
        for (Instant time = Troubles.START;
                !time.isAfter(Troubles.END);
                time = timeline.next(time, choices.interval())) {
            step(time);
            before = time;
        }
        return new Outcome(timeline, choices, notes, guance.violations(), differences());
    }

    private List<Difference> differences() {
        Instant last = clock.instant();
        Instant to = Choices.to(last);
        Audit audit =
                new Audit(truth, chosen, ledger, receipts.files(), last, choices.heldFrom(last));
        List<Difference> all = new ArrayList<>(ledger.differences());
        if (choices.overwrites()) {
            all.addAll(
                    audit.overwritten(
                            choices.from(), to, guance.points("metric"), receipts.parked()));
        } else {
            all.addAll(audit.appended(choices.from(), to));
        }
        return all;
    }

    private void step(Instant time) throws Exception {
        clock.set(time.plusMillis(Math.floorMod(time.getEpochSecond() * 7_919, 1_500)));
        if (company.changes(before, time)) {
            aws.world(company.at(time));
        }
        weather.nextStep();
        skew(time);
        timeline.begun(Chaos.KILL, before, time).ifPresent(this::arm);
        if (timeline.isOn(Chaos.DOWN, time)
                || timeline.begun(Chaos.RESTART, before, time).isPresent()) {
            node.stop();
        }
        boolean runs = !timeline.isOn(Chaos.PAUSED, time) && !timeline.isOn(Chaos.DOWN, time);
        if (runs) {
            set(time);
        }
        node.fill(timeline.now(Chaos.FULL_DISK, time).map(Trouble::detail));
        if (timeline.isOn(Chaos.PAUSED, time)) {
            missed.add(time);
        } else if (runs) {
            node.start();
            replay(time);
            fire(time);
        }
        receipts.book();
    }

    private void set(Instant time) {
        Setting setting = timeline.setting(time);
        Duration interval = timeline.interval(time, choices.interval());
        boolean recipe = timeline.isOn(Chaos.USER_STEP, time);
        node.set(choices.with(guance.url(), interval, setting), recipe);
        chosen.set(time, setting);
    }

    private void arm(Trouble kill) {
        killSwitch.arm((int) kill.measure(), kill.detail().equals("kept"));
    }

    private void skew(Instant time) {
        long hours = timeline.now(Chaos.CLOCK, time).map(t -> (long) t.measure()).orElse(0L);
        collectors.skew(Duration.ofHours(hours));
    }

    /** The firings that were missed come first, as quartz makes up for them. */
    private void fire(Instant time) {
        List<Instant> firings = new ArrayList<>(missed);
        missed.clear();
        firings.add(time);
        for (Instant firing :
                firings.subList(Math.max(0, firings.size() - BURST), firings.size())) {
            for (String region : Company.REGIONS) {
                fire(firing, Company.NAME + "-" + region);
            }
        }
    }

    private void fire(Instant firing, String target) {
        if (Choices.listsApis(firing)) {
            run(Job.OBJECTS, target, firing);
        }
        run(Job.METRICS, target, firing);
    }

    private void run(Job job, String target, Instant firing) {
        if (!node.isUp()) {
            return;
        }
        receipts.done();
        Duration skew = Duration.between(clock.instant(), collectors.instant());
        Exception uncaught = node.run(job, target, firing.plus(skew));
        ended("%s %s %s".formatted(firing, job, target), uncaught);
    }

    private void replay(Instant time) {
        receipts.done();
        ended(time + " replay", node.replay());
    }

    private void ended(String what, Exception uncaught) {
        if (uncaught != null) {
            notes.add(what + ": " + uncaught);
        }
        if (killSwitch.isDead()) {
            notes.add(what + " was killed");
            bury();
        }
    }

    private void bury() {
        node.bury();
        killSwitch.revive();
        receipts.killed();
    }

    @Override
    public void close() {
        node.close();
        aws.close();
        guance.close();
    }
}
