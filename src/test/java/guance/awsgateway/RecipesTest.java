package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.operations.Summary;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.StrictLineProtocol;
import guance.awsgateway.standin.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.SchedulerRepository;

/**
 * Every recipe of the README, taken from the README and put where it says, changes what it says.
 */
class RecipesTest {

    private Bench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new Bench(World.of(World.demo().account("shop")));
        Edited.routes(routes());
        bench.routes(bench.folder);
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    private Path routes() {
        return bench.folder.resolve("routes");
    }

    @Test
    void theReadmeHasNoRecipeThatIsNotRunHere() throws IOException {
        assertThat(Recipe.count()).isEqualTo(5);
    }

    @Test
    void changesASchedule() throws Exception {
        cook("Change a schedule");
        bench.with("metrics.cron", "0 0/5 * * * ?");

        bench.start(Mode.SCHEDULED);

        Scheduler quartz = SchedulerRepository.getInstance().lookup("scheduler-guance-aws-gateway");
        Trigger objects = quartz.getTrigger(new TriggerKey("shop-eu-west-1", "objects"));
        Trigger metrics = quartz.getTrigger(new TriggerKey("shop-eu-west-1", "metrics"));
        // From a Friday noon to Monday 08:30 in Shanghai, which is eight hours ahead. Quartz knows
        // no fire time before its own start.
        Date friday = Date.from(Instant.parse("2100-01-01T12:00:00Z"));
        assertThat(objects.getFireTimeAfter(friday)).isEqualTo("2100-01-04T00:30:00Z");
        assertThat(metrics.getFireTimeAfter(friday)).isEqualTo("2100-01-01T12:05:00Z");
    }

    @Test
    void dropsApisByACondition() throws Exception {
        cook("Drop APIs by a condition");

        runOnce();

        assertThat(bench.guance().points("custom_object"))
                .extracting(point -> point.tags().get("ApiId"))
                .containsExactlyInAnyOrderElementsOf(
                        allApis().stream().filter(id -> !id.equals("aa11bb22cc")).toList());
    }

    @Test
    void addsATagToEveryPoint() throws Exception {
        cook("Add a tag to every point");

        runOnce();

        assertThat(points()).allMatch(point -> "platform".equals(point.tags().get("team")));
    }

    @Test
    void dropsAField() throws Exception {
        cook("Drop a field");

        runOnce();

        assertThat(bench.guance().points("metric"))
                .allSatisfy(
                        point ->
                                assertThat(statistics(point))
                                        .containsExactlyInAnyOrder(
                                                "Average", "Maximum", "SampleCount", "Sum"));
    }

    @Test
    void sendsACopyElsewhere() throws Exception {
        cook("Send a copy elsewhere");
        Path copies = bench.folder.resolve("copies");
        bench.with("copy.directory", copies.toString());

        runOnce();

        List<Point> sent = points();
        await().ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(copied(copies)).containsExactlyInAnyOrderElementsOf(sent));
    }

    private void cook(String heading) throws IOException {
        Recipe.of(heading).applyTo(routes());
    }

    private void runOnce() throws Exception {
        Summary summary = new Summary(bench.runAll());
        assertThat(summary.isClean()).as(summary.table()).isTrue();
        assertThat(points()).isNotEmpty();
    }

    private List<Point> points() {
        List<Point> points = new ArrayList<>(bench.guance().points("custom_object"));
        points.addAll(bench.guance().points("metric"));
        return points;
    }

    private List<String> allApis() {
        return List.of(
                "k3f9d0q2zm",
                "aa11bb22cc",
                "dd33ee44ff",
                "b5d563g3yx",
                "p0o9i8u7y6",
                "w5x6y7z8a9",
                "q1w2e3r4t5",
                "m4n5b6v7c8",
                "u7n3ov96ab");
    }

    private static Set<String> statistics(Point point) {
        return point.fields().keySet().stream()
                .map(field -> field.substring(field.lastIndexOf('_') + 1))
                .collect(Collectors.toSet());
    }

    private static List<Point> copied(Path copies) throws IOException {
        try (Stream<Path> files = Files.list(copies)) {
            return files.map(RecipesTest::read).flatMap(List::stream).toList();
        }
    }

    private static List<Point> read(Path file) {
        try {
            return StrictLineProtocol.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
