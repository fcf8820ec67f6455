package guance.awsgateway;

import static guance.awsgateway.LiveBench.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import guance.awsgateway.disk.DirectoryLock;
import guance.awsgateway.disk.HeldException;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits of application.properties while the collector runs. */
class SettingsReloadTest {

    private static final World WORLD =
            World.shop(
                    Region.of("eu-west-1", Lateness.NONE, Api.rest("k3f9d0q2zm", "orders")),
                    Region.of("us-east-1", Lateness.NONE, Api.rest("a1b2c3d4e5", "carts")));
    private static final String REGIONS = "collector.accounts[0].regions";

    private static LiveBench bench() throws Exception {
        LiveBench live = new LiveBench(WORLD);
        live.bench.account("shop", "shop", "eu-west-1");
        return live;
    }

    private static List<String> regions(LiveBench live) {
        return live.bench.guance().points("metric").stream()
                .map(point -> point.tags().get("region_id"))
                .distinct()
                .toList();
    }

    @Test
    void aTargetIsAddedAndRemoved() throws Exception {
        try (LiveBench live = bench().withJmx().serve().start();
                JmxClient jmx = new JmxClient()) {
            live.control().suspend(TARGET, Job.OBJECTS);

            live.setting(REGIONS, "eu-west-1,us-east-1");
            live.takeUp();

            live.awaitRuns(2);
            assertThat(live.ended()).extracting(RunRecord::target).containsOnly("shop/us-east-1");
            assertThat(live.ended()).allMatch(RunRecord::isClean);
            assertThat(regions(live)).containsExactly("eu-west-1", "us-east-1");
            assertThat(live.isSuspended(TARGET, Job.OBJECTS)).isTrue();
            assertThat(jmx.beans()).isEqualTo(6);
            assertThat(jmx.collector().get("Reload"))
                    .isEqualTo("2026-11-24T08:15:00Z: application.properties taken");
            assertThat(live.bench.served().body("/api/status"))
                    .contains("\"edited\":\"application.properties\",\"taken\":true");

            live.setting(REGIONS, "eu-west-1");
            live.takeUp();

            assertThat(jmx.beans()).isEqualTo(4);
            assertThat(live.isSuspended(TARGET, Job.OBJECTS)).isTrue();
            assertThatThrownBy(
                            () -> DirectoryLock.of(live.bench.folder.resolve("state"), "another"))
                    .isInstanceOf(HeldException.class);
            live.runMetrics();
            assertThat(live.bench.guance().points("metric"))
                    .extracting(Point::tags, Point::time)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void wrongSettingsAreToldAllAtOnceAndTheOldOnesGoOn() throws Exception {
        try (Logs logs = new Logs(Level.INFO);
                LiveBench live = bench().serve().start()) {
            live.bench.with("metrics.period", "90s");
            live.setting(REGIONS, "eu-west1");
            live.look();

            assertThat(logs.of(Level.ERROR))
                    .singleElement()
                    .asString()
                    .startsWith("application.properties cannot run, and what ran before goes on: ")
                    .contains("metrics.period = 90s", "; ", "eu-west1");
            assertThat(live.bench.served().body("/api/status"))
                    .contains("application.properties: what ran before goes on. ");
            live.runMetrics();
            assertThat(live.ended()).hasSize(3).allMatch(RunRecord::isClean);
        }
    }

    @Test
    void aDirectoryThatAnotherHoldsChangesNothing() throws Exception {
        try (Logs logs = new Logs(Level.INFO);
                LiveBench live = bench().start()) {
            Path other = live.bench.folder.resolve("other");
            try (DirectoryLock held = DirectoryLock.of(other, "another")) {
                live.setting("state.directory", other.toString());
                live.look();
            }

            assertThat(logs.of(Level.ERROR))
                    .singleElement()
                    .asString()
                    .startsWith("application.properties did not start, and what ran before")
                    .contains("is held by another");
            assertThat(live.fires("metrics-" + TARGET)).isTrue();
        }
    }

    @Test
    void settingsThatDoNotStartAreUndone() throws Exception {
        try (Logs logs = new Logs(Level.INFO);
                LiveBench live = bench().start();
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            live.setting("management.port", String.valueOf(taken.getLocalPort()));
            live.look();

            assertThat(logs.of(Level.ERROR))
                    .singleElement()
                    .asString()
                    .startsWith("application.properties did not start, and what ran before")
                    .contains("management.port");
            live.runMetrics();
            assertThat(live.ended()).allMatch(RunRecord::isClean);
        }
    }
}
