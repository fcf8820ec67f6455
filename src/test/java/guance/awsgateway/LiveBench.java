package guance.awsgateway;

import static org.awaitility.Awaitility.await;

import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.JobControl;
import guance.awsgateway.operations.Reloads;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.routes.RouteFiles;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.settings.SettingsReader;
import guance.awsgateway.standin.World;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.quartz.Trigger.TriggerState;

/**
 * A collector on the schedules of its bench, which begin in 2099: nothing runs but at the start, by
 * hand, and where a firing was missed; it looks for edits when a test says so.
 */
final class LiveBench implements AutoCloseable {

    static final String TARGET = "shop-eu-west-1";

    final Bench bench;
    final Path routes;
    private final Inside inside = new Inside(false);
    private final Outside outside;
    private Live live;

    LiveBench(World world) throws Exception {
        bench = new Bench(world);
        routes = bench.folder.resolve("routes");
        Edited.routes(routes);
        outside = Outside.of(new PrintStream(System.out), bench.clock, bench.stopwatch);
    }

    LiveBench withJmx() {
        bench.withJmx();
        return this;
    }

    /** With health, metrics and the page. */
    LiveBench serve() throws Exception {
        bench.serve();
        return this;
    }

    /** And lets run what is due at the start. */
    LiveBench start() throws Exception {
        make().generations().start();
        awaitRuns(live.generations().collector().jobs());
        return this;
    }

    /** Made, to be run by a thread of the test. */
    Live make() throws Exception {
        Path file = bench.write();
        live =
                new Live(
                        read(file),
                        () -> read(file),
                        bench.folder,
                        RouteFiles.shipped(),
                        outside,
                        this::collector);
        return live;
    }

    private static Loaded read(Path file) {
        return SettingsReader.read(file, Map.of(), Map.of());
    }

    private Collector collector(Edition edition, Mode mode, StateDirectory state, Outside by) {
        Collector made = new Collector(edition, mode, state, by);
        made.bind("inside", inside);
        return made;
    }

    void edit(String file, String before, String after) throws Exception {
        Edited.edit(routes, file, before, after);
    }

    void setting(String key, String value) throws Exception {
        bench.with(key, value).write();
    }

    /** Often enough for an edit to be tried, and to run if nothing is under way. */
    void look() {
        for (int i = 0; i < 4; i++) {
            live.edits().look();
        }
    }

    void takeUp() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> {
                            live.edits().look();
                            return live.edits().isCurrent();
                        });
    }

    boolean isCurrent() {
        return live.edits().isCurrent();
    }

    CamelContext camel() {
        return inside.context();
    }

    /** Whether quartz would set the route off. */
    boolean fires(String route) throws Exception {
        QuartzEndpoint quartz = (QuartzEndpoint) camel().getRoute(route).getEndpoint();
        return quartz.getComponent().getScheduler().getTriggerState(quartz.getTriggerKey())
                == TriggerState.NORMAL;
    }

    JobControl control() {
        return live.generations().collector().operations().control();
    }

    Reloads.Reload last() {
        return outside.reloads().last().orElseThrow();
    }

    boolean isSuspended(String target, Job job) {
        return live.generations().collector().operations().jobs().of(target, job).suspended();
    }

    /** Since the settings were read. */
    List<RunRecord> ended() {
        return live.generations().collector().runs().ended();
    }

    void awaitRuns(int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> ended().size() >= count);
    }

    /** A run of the metrics by hand, to its end. */
    void runMetrics() {
        int before = ended().size();
        bench.clock.advance(Duration.ofMinutes(5));
        control().runNow(TARGET, Job.METRICS);
        awaitRuns(before + 1);
    }

    @Override
    public void close() throws Exception {
        bench.aws.faults().clear();
        live.close();
        bench.close();
    }

    /** As an editor that replaces a file. */
    void add(String name, String text) throws Exception {
        Files.writeString(routes.resolve(name), text);
    }
}
