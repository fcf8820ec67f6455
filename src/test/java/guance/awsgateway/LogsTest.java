package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.World;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is logged of faults that are expected, and who may change how much. */
class LogsTest {

    private static final World WORLD = World.shop(Api.rest("k3f9d0q2zm", "orders"));
    private static final String WIRE = "org.apache.hc.client5.http.wire";

    /** Of two runs that fail, and a stop. */
    private static void tells(Bench bench, Logs logs, String told) throws Exception {
        List<RunRecord> runs = bench.runAll();
        bench.stop();

        assertThat(runs).hasSize(2).noneMatch(RunRecord::isClean);
        assertThat(logs.of(Level.ERROR)).anyMatch(line -> line.contains(told));
        assertThat(logs.traces()).isEmpty();
    }

    @Test
    void whereAwsIsDownThereIsNoStackTrace() throws Exception {
        try (Bench bench = new Bench(WORLD);
                Logs logs = new Logs(Level.INFO)) {
            bench.start(Mode.ONCE);
            bench.aws.close();

            tells(bench, logs, "objects shop/eu-west-1: GetRestApis failed: ");
        }
    }

    @Test
    void whereGuanceIsDownThereIsNoStackTrace() throws Exception {
        try (Bench bench = new Bench(WORLD).with("heartbeat.guance", "true");
                Logs logs = new Logs(Level.INFO)) {
            bench.guance().fail(GuanceFault.cutBeforeReading());
            bench.guance().failAlways(GuanceFault.status(403));

            tells(bench, logs, "batches are parked at once");
        }
    }

    @Test
    void whereTheDisksAreFullThereIsNoStackTrace() throws Exception {
        try (Bench bench = new Bench(WORLD).with("heartbeat.guance", "true");
                Logs logs = new Logs(Level.INFO)) {
            bench.guance()
                    .failAlways(
                            GuanceFault.status(403, Map.of("Retry-After", bench.almostNow()), ""));
            bench.start(Mode.ONCE);
            // A file takes the place of a directory, so that nobody can write into it.
            for (String name : List.of("dead-letter", "state")) {
                Path folder = bench.folder.resolve(name);
                Files.createDirectories(folder);
                Files.move(folder, bench.folder.resolve(name + ".away"));
                Files.createFile(folder);
            }

            tells(bench, logs, "cannot park in ");
        }
    }

    @Test
    void whereAStepOfARouteIsBadThereIsNoStackTrace() throws Exception {
        try (Bench bench = new Bench(WORLD);
                Logs logs = new Logs(Level.INFO)) {
            Path routes = bench.folder.resolve("routes");
            Edited.routes(
                    routes,
                    "collect-metrics",
                    "method: plan(${variable.target},",
                    "method: plans(${variable.target},");
            Edited.edit(
                    routes,
                    "collect-objects",
                    "method: chosen(${body})",
                    "method: chosen(${variable.run})");

            tells(bench.routes(bench.folder), logs, "ChosenApis.chosen(");
        }
    }

    @Test
    void whereARouteCannotBeLoadedThereIsNoStackTrace() throws Exception {
        try (Bench bench = new Bench(WORLD);
                Logs logs = new Logs(Level.INFO)) {
            Edited.routes(bench.folder.resolve("routes"), "deliver", "ref: batches", "ref: nosuch");

            assertThatThrownBy(() -> bench.routes(bench.folder).start(Mode.ONCE)).isNotNull();

            assertThat(logs.traces()).isEmpty();
        }
    }

    @Test
    void levelsChangeByJmxWhileItRunsButNotToWhatShowsTheToken() throws Exception {
        try (Logs logs = new Logs(Level.INFO);
                Bench bench = new Bench(WORLD).withJmx()) {
            bench.start(Mode.ONCE);

            change("guance.awsgateway.delivery", "DEBUG");
            boolean debug =
                    LoggerFactory.getLogger("guance.awsgateway.delivery.Replay").isDebugEnabled();
            change("guance.awsgateway.delivery", "");

            assertThat(debug).isTrue();
            assertThat(LoggerFactory.getLogger("guance.awsgateway.delivery.Replay"))
                    .matches(logger -> !logger.isDebugEnabled());
            assertThat(levels()).contains("[ROOT, INFO]", "[" + WIRE + ", INFO]");
            assertThatThrownBy(() -> change(WIRE, "DEBUG"))
                    .hasRootCauseMessage(WIRE + " stays at INFO: below it, it would log the token");
            assertThat(LoggerFactory.getLogger(WIRE).isDebugEnabled()).isFalse();
            assertThat(logs.of(Level.INFO))
                    .contains("guance.awsgateway.delivery logs at DEBUG from now on");
        }
    }

    private static void change(String logger, String level) throws Exception {
        String[] types = {String.class.getName(), String.class.getName()};
        server().invoke(name(), "changeLevel", new Object[] {logger, level}, types);
    }

    private static List<String> levels() throws Exception {
        TabularData levels = (TabularData) server().getAttribute(name(), "Levels");
        return levels.keySet().stream()
                .map(key -> levels.get(((List<?>) key).toArray()).values().toString())
                .toList();
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    private static ObjectName name() throws Exception {
        return new ObjectName("guance.awsgateway:type=logLevels");
    }
}
