package guance.awsgateway;

import static guance.awsgateway.LiveBench.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.World;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.camel.ServiceStatus;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.RouteWatcherReloadStrategy;
import org.junit.jupiter.api.Test;

/** Edits of {@code routes/} while the collector runs. */
class ReloadTest {

    private static final World WORLD = World.shop(Api.rest("k3f9d0q2zm", "orders"));

    private static final String TAG_TEAM =
            """
                    - bean:
                        id: tag-team
                        ref: points
                        method: tag(${body}, 'team', '%s')
            """;
    private static final String BEFORE = "        - choice:\n            id: if-dry-run\n";

    private static final String EXTRA =
            """
            - route:
                id: extra
                description: Of a user.
                from:
                  uri: direct
                  parameters:
                    name: extra
                  steps:
                    - log:
                        message: extra
            """;

    private static List<String> teams(LiveBench live) {
        return live.bench.guance().points("metric").stream()
                .map(point -> point.tags().get("team"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Test
    void anEditDuringARunCountsOnceThatHasEnded() throws Exception {
        try (LiveBench live = new LiveBench(WORLD).start()) {
            AwsFault hang = live.bench.aws.faults().add(AwsFault.hang("GetMetricData"));
            live.bench.clock.advance(Duration.ofMinutes(5));
            live.control().runNow(TARGET, Job.METRICS);
            await().until(() -> live.bench.aws.faults().waiting() == 1);

            live.edit("deliver", BEFORE, TAG_TEAM.formatted("platform") + BEFORE);
            live.look();

            assertThat(live.isCurrent()).isFalse();
            assertThat(live.fires("metrics-" + TARGET)).isFalse();
            assertThat(live.isSuspended(TARGET, Job.METRICS)).isFalse();
            live.bench.aws.faults().remove(hang);
            live.awaitRuns(3);
            live.takeUp();
            assertThat(live.fires("metrics-" + TARGET)).isTrue();
            assertThat(teams(live)).isEmpty();
            live.runMetrics();
            assertThat(teams(live)).containsExactly("platform");
            assertThat(live.ended()).hasSize(4).allMatch(RunRecord::isClean);
            assertThat(live.bench.guance().points("metric"))
                    .extracting(Point::time)
                    .hasSize(3 * 10)
                    .satisfies(times -> assertThat(times.stream().distinct()).hasSize(3 * 5));
        }
    }

    @Test
    void whatCannotRunIsToldOnceAndChangesNothing() throws Exception {
        try (Logs logs = new Logs(Level.INFO);
                LiveBench live = new LiveBench(WORLD).start()) {
            refused(live, "heartbeat", "steps:", "stepps:", "Unsupported field: stepps");
            refused(
                    live,
                    "post",
                    "{{guance.url}}/v1",
                    "nosuch:/v1",
                    "there is no component nosuch in lib/");
            refused(live, "deliver", "ref: batches", "ref: batchez", "there is no bean batchez");

            assertThat(logs.of(Level.ERROR)).hasSize(3);
            assertThat(logs.of(Level.INFO))
                    .filteredOn(line -> line.endsWith(": again as it runs"))
                    .hasSize(3);
            assertThat(live.last().taken()).isTrue();
            live.runMetrics();
            assertThat(live.ended()).hasSize(3).allMatch(RunRecord::isClean);
        }
    }

    private static void refused(
            LiveBench live, String file, String before, String after, String why) throws Exception {
        Path path = live.routes.resolve(file + ".camel.yaml");
        String shipped = Files.readString(path);
        live.edit(file, before, after);
        live.look();

        assertThat(live.last().reason())
                .matches("routes/%s\\.camel\\.yaml:\\d+: %s.*".formatted(file, why));
        Files.writeString(path, shipped);
        live.look();
    }

    @Test
    void aFileIsAddedAndOneThatOthersNeedIsMissed() throws Exception {
        try (LiveBench live = new LiveBench(WORLD).start()) {
            live.add("extra.camel.yaml", EXTRA);
            live.takeUp();
            assertThat(live.camel().getRoute("extra")).isNotNull();

            Files.move(live.routes.resolve("dead-letter.camel.yaml"), live.routes.resolve("gone"));
            live.look();
            assertThat(live.last().edited()).isEqualTo("routes/dead-letter.camel.yaml");
            assertThat(live.last().reason()).contains("no route takes from direct:park");

            Files.move(live.routes, live.bench.folder.resolve("away"));
            live.look();
            assertThat(live.last().reason()).startsWith("routes/ is gone");
            assertThat(live.camel().getRoute("extra")).isNotNull();
            live.runMetrics();
            assertThat(live.ended()).hasSize(3).allMatch(RunRecord::isClean);
        }
    }

    @Test
    void whatPassesTheCheckAndDoesNotStartIsUndone() throws Exception {
        try (Logs logs = new Logs(Level.INFO);
                LiveBench live = new LiveBench(WORLD).start()) {
            live.add(
                    "extra.camel.yaml",
                    EXTRA.replace("uri: direct", "uri: file")
                            .replace(
                                    "name: extra",
                                    "directoryName: /no/such\n        autoCreate: false\n        startingDirectoryMustExist: true"));

            live.look();

            assertThat(logs.of(Level.ERROR))
                    .filteredOn(line -> !line.startsWith("Error starting CamelContext"))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "routes/extra.camel.yaml did not start, and what ran before runs"
                                    + " again: ");
            live.runMetrics();
            assertThat(live.ended()).hasSize(3).allMatch(RunRecord::isClean);
            Files.delete(live.routes.resolve("extra.camel.yaml"));
            live.takeUp();
        }
    }

    @Test
    void whatFiredMeanwhileRunsOnceAndWhatIsSuspendedDoesNot() throws Exception {
        try (LiveBench live = new LiveBench(WORLD).start()) {
            live.control().suspend(TARGET, Job.OBJECTS);
            live.bench.clock.advance(Duration.ofHours(2));

            live.add("extra.camel.yaml", EXTRA);
            live.takeUp();

            live.awaitRuns(3);
            assertThat(live.ended())
                    .extracting(RunRecord::job)
                    .containsExactly(Job.OBJECTS, Job.METRICS, Job.METRICS);
            assertThat(live.isSuspended(TARGET, Job.OBJECTS)).isTrue();
            live.control().resume(TARGET, Job.OBJECTS);
            assertThat(live.camel().getRouteController().getRouteStatus("objects-" + TARGET))
                    .isEqualTo(ServiceStatus.Started);
            assertThat(live.isSuspended(TARGET, Job.OBJECTS)).isFalse();
        }
    }

    /**
     * As Kubernetes swaps a ConfigMap: a link to a link, whose files are older than those before.
     */
    @Test
    void aLinkThatIsSwappedIsNoticedByItself() throws Exception {
        try (LiveBench live = new LiveBench(WORLD)) {
            Path old = Files.createDirectory(live.bench.folder.resolve("..1"));
            Files.move(live.routes, old.resolve("routes"));
            Path data =
                    Files.createSymbolicLink(live.bench.folder.resolve("..data"), Path.of("..1"));
            Files.createSymbolicLink(live.routes, Path.of("..data/routes"));
            Path next = live.bench.folder.resolve("..2/routes");
            Edited.routes(next);
            Files.writeString(next.resolve("extra.camel.yaml"), EXTRA);
            Live made = live.make();
            Thread main = new Thread(() -> run(made), "live");
            main.start();
            live.awaitRuns(2);

            Path swapped =
                    Files.createSymbolicLink(live.bench.folder.resolve("..tmp"), Path.of("..2"));
            Files.move(swapped, data, StandardCopyOption.ATOMIC_MOVE);

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> live.camel().getRoute("extra") != null);
            assertThat(main.isAlive()).isTrue();
            made.close();
            main.join();
        }
    }

    private static void run(Live live) {
        try {
            live.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the reload of this class is for. */
    @Test
    void camelsOwnReloadDropsWhatRunsWhereAnEditIsBad() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext();
                RouteWatcherReloadStrategy own = new RouteWatcherReloadStrategy("target")) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.fromString("extra.camel.yaml", EXTRA));
            camel.start();
            own.setCamelContext(camel);
            own.start();
            assertThat(camel.getRoutesSize()).isEqualTo(1);

            assertThatThrownBy(
                            () ->
                                    own.getResourceReload()
                                            .onReload(
                                                    "extra.camel.yaml",
                                                    ResourceHelper.fromString(
                                                            "extra.camel.yaml",
                                                            EXTRA.replace("log:", "logg:"))))
                    .isInstanceOf(Exception.class);

            assertThat(camel.getRoutesSize()).isZero();
        }
    }

    @Test
    void fiftyEditsLeaveNothingBehind() throws Exception {
        try (LiveBench live = new LiveBench(WORLD).withJmx().start()) {
            live.edit("deliver", BEFORE, TAG_TEAM.formatted("team-0") + BEFORE);
            live.takeUp();
            int routes = live.camel().getRoutesSize();
            int beans = ManagementFactory.getPlatformMBeanServer().getMBeanCount();
            int threads = Thread.activeCount();

            for (int i = 1; i <= 50; i++) {
                live.edit("deliver", "'team-" + (i - 1) + "'", "'team-" + i + "'");
                live.takeUp();
            }

            assertThat(live.camel().getRoutesSize()).isEqualTo(routes);
            assertThat(ManagementFactory.getPlatformMBeanServer().getMBeanCount())
                    .isLessThanOrEqualTo(beans + 5);
            await().until(() -> Thread.activeCount() <= threads + 5);
            live.runMetrics();
            assertThat(teams(live)).containsExactly("team-50");
        }
    }
}
