package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceArrival;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.Postgres;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Programs that run by fast schedules on one database, beside the stand-ins of a bench. */
final class Nodes implements AutoCloseable {

    /** Quartz begins the last one long before the start of a node does. */
    static final List<String> REGIONS =
            List.of("eu-west-1", "eu-central-1", "us-east-1", "us-west-2");

    static final String LAST = REGIONS.get(3);
    private static final Duration DELAY = Duration.ofMinutes(5);
    private static final Duration LOOKBACK = Duration.ofMinutes(5);
    private static final String FAST = "0/2 * * * * ?";
    private static final String SLOWER = "0/10 * * * * ?";

    final Bench bench;
    final String database;
    private final Postgres postgres;
    private final World world = world();
    private final Program program;
    private final Path jar;
    private final Instant began = Instant.now();
    private final List<Node> nodes = new ArrayList<>();
    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();

    Nodes(Postgres postgres) throws Exception {
        this.postgres = postgres;
        database = postgres.database();
        bench = new Bench(world, PageSizes.AWS, began.toString());
        bench.with("collector.accounts[0].name", "shop")
                .with("collector.accounts[0].regions", String.join(",", REGIONS))
                .with("metrics.concurrency", "1")
                .with("metrics.cron", FAST)
                .with("objects.cron", SLOWER)
                .with("state.jdbc.user", Postgres.USER)
                .with("state.jdbc.password-file", password().toString())
                .with(
                        "camel.component.quartz.properties"
                                + "[org.quartz.jobStore.clusterCheckinInterval]",
                        "1000");
        program = new Program(bench);
        jar = program.jar();
        // AWS tells the time of this machine: a node would take an older one for a skew.
        time.scheduleAtFixedRate(
                () -> bench.clock.set(Instant.now()), 0, 100, TimeUnit.MILLISECONDS);
    }

    /** A few APIs in each region, of which the metrics need more than one request. */
    private static World world() {
        Api[] apis =
                IntStream.range(0, 20)
                        .mapToObj(i -> Api.rest("api00000%02d".formatted(i), "service-" + i))
                        .toArray(Api[]::new);
        return World.shop(
                REGIONS.stream()
                        .map(id -> Region.of(id, Lateness.NONE, apis))
                        .toArray(Region[]::new));
    }

    private Path password() throws IOException {
        return Files.writeString(bench.folder.resolve("password"), Postgres.PASSWORD);
    }

    /** One of them, in a folder of its own. */
    record Node(String name, Path folder, Process process) {

        String log() throws IOException {
            return Files.readString(folder.resolve("err"));
        }

        /** How many runs have ended here. */
        long ended() throws IOException {
            try (Stream<Path> files = Files.list(folder.resolve("state"))) {
                long lines = 0;
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".runs.jsonl")).toList()) {
                    lines += Files.readAllLines(file).size();
                }
                return lines;
            } catch (NoSuchFileException e) {
                return 0;
            }
        }

        void signal(String signal) throws Exception {
            String pid = String.valueOf(process.pid());
            new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
        }

        /** As SIGTERM does. */
        void stop() throws InterruptedException {
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
        }
    }

    /** A node that reaches the database at a port. */
    Node start(String name, int port, String... more) throws Exception {
        Path folder = Files.createDirectories(bench.folder.resolve(name));
        Files.copy(
                bench.write(),
                folder.resolve("application.properties"),
                StandardCopyOption.REPLACE_EXISTING);
        List<String> options = new ArrayList<>(List.of(more));
        options.add("-Dstate.jdbc.url=" + postgres.url(database).replaceFirst("\\d+/", port + "/"));
        options.add("-Dstate.directory=" + folder.resolve("state"));
        options.add("-Ddead-letter.directory=" + folder.resolve("dead-letter"));
        Node node =
                new Node(
                        name,
                        folder,
                        program.schedule(folder, jar, options.toArray(String[]::new)));
        nodes.add(node);
        return node;
    }

    Node start(String name) throws Exception {
        return start(name, postgres.port());
    }

    /** The first column of each row of the database. */
    List<String> rows(String sql, String... values) throws Exception {
        return postgres.query(database, sql, values);
    }

    /** Whether a node has ended a run of the metrics of the last region, and nothing failed. */
    boolean hasRunLast(Node node) throws Exception {
        return !rows(
                        "SELECT node FROM collector_lease WHERE target = 'shop-' || ?"
                                + " AND job = 'metrics' AND clean IS NOT NULL AND node LIKE ?",
                        LAST,
                        "%/" + node.name() + "/state")
                .isEmpty();
    }

    void stop() throws InterruptedException {
        for (Node node : nodes) {
            node.stop();
        }
    }

    /** Of the metrics, in order of arrival. */
    List<Point> points() {
        return bench.guance().arrivals("metric", 0).stream().map(GuanceArrival::point).toList();
    }

    /**
     * Every minute since the lookback of the first run came, each once.
     *
     * @param last when a run of every target has begun, at the earliest
     */
    void isWhole(Instant last) {
        Truth arrived = Truth.arrived(points());
        // The first run of a node that starts slowly looks back from later.
        Instant from = minute(began.minus(DELAY).minus(LOOKBACK).plus(Duration.ofMinutes(1)));
        Instant to = minute(last.minus(DELAY));
        Duration edge = Duration.ofMinutes(3);
        assertThat(arrived.fields()).containsAllEntriesOf(truth(from, to).fields());
        assertThat(truth(from.minus(edge), to.plus(edge)).fields())
                .containsAllEntriesOf(arrived.fields());
    }

    private Truth truth(Instant from, Instant to) {
        return Truth.of(world, at -> !at.metric().dimensions().isEmpty(), from, to);
    }

    private static Instant minute(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES);
    }

    /** Waits until every target has been run since now. */
    Instant runAll() {
        Instant now = Instant.now();
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                rows(
                                                        "SELECT target FROM collector_lease WHERE job ="
                                                                + " 'metrics' AND clean > ?::timestamptz",
                                                        now.toString())
                                                .size()
                                        == REGIONS.size());
        return now;
    }

    @Override
    public void close() throws Exception {
        for (Node node : nodes) {
            node.process().destroyForcibly().waitFor();
        }
        time.shutdownNow();
        bench.close();
    }
}
