package guance.awsgateway;

import static org.awaitility.Awaitility.await;

import guance.awsgateway.operations.Job;
import guance.awsgateway.simulation.Reckoning;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceArrival;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.Postgres;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.Wire;
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
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Programs that run by fast schedules on one database, beside the stand-ins of a bench. */
final class Nodes implements AutoCloseable {

    static final List<String> REGIONS =
            List.of("eu-west-1", "eu-central-1", "us-east-1", "us-east-2", "us-west-2");

    /** So many that the metrics of a region need more than one request. */
    static final List<Api> APIS =
            IntStream.range(0, 20)
                    .mapToObj(i -> Api.rest("api00000%02d".formatted(i), "service-" + i))
                    .toList();

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
                .with("state.jdbc.password-file", postgres.passwordFile().toString())
                .with(
                        "camel.component.quartz.properties"
                                + "[org.quartz.jobStore.clusterCheckinInterval]",
                        "1000")
                .with(
                        "camel.component.quartz.properties"
                                + "[org.quartz.scheduler.dbFailureRetryInterval]",
                        "1000");
        program = new Program(bench);
        jar = program.jar();
        // AWS tells the time of this machine: a node would take an older one for a skew.
        time.scheduleAtFixedRate(
                () -> bench.clock.set(Instant.now()), 0, 100, TimeUnit.MILLISECONDS);
    }

    private static World world() {
        Api[] apis = APIS.toArray(Api[]::new);
        return World.shop(
                REGIONS.stream()
                        .map(id -> Region.of(id, Lateness.NONE, apis))
                        .toArray(Region[]::new));
    }

    /** One of them, in a folder of its own, with a line of its own to the database. */
    record Node(String name, Path folder, Process process, Wire wire, PageClient page) {

        /**
         * @param full as nodes are told apart
         */
        boolean isNamed(String full) {
            return full.endsWith("/" + name + "/state");
        }

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

        /** The lines that tell how its runs of a job have ended, oldest first. */
        Stream<String> ends(Job job, String region) throws IOException {
            String run = "%s shop/%s: ".formatted(job, region);
            return log().lines()
                    .filter(line -> line.contains(run) && line.contains(" points accepted"));
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

    /** Of a line of a log. */
    static Instant time(String line) {
        return Instant.parse(line.substring(0, line.indexOf(' ')));
    }

    Node start(String name, String... more) throws Exception {
        Path folder = Files.createDirectories(bench.folder.resolve(name));
        Files.copy(
                bench.write(),
                folder.resolve("application.properties"),
                StandardCopyOption.REPLACE_EXISTING);
        Wire wire = new Wire(postgres.port());
        PageClient page = new PageClient(Served.anywhere().port());
        List<String> options = new ArrayList<>(List.of(more));
        options.add("-Dstate.jdbc.url=" + Postgres.url(wire.port(), database));
        options.add("-Dstate.directory=" + folder.resolve("state"));
        options.add("-Ddead-letter.directory=" + folder.resolve("dead-letter"));
        options.add("-Dmanagement.port=" + page.port());
        Process process = program.schedule(folder, jar, options.toArray(String[]::new));
        Node node = new Node(name, folder, process, wire, page);
        nodes.add(node);
        return node;
    }

    /** All that were started. */
    List<Node> all() {
        return List.copyOf(nodes);
    }

    /** The first column of each row of the database. */
    List<String> rows(String sql, String... values) throws Exception {
        return postgres.query(database, sql, values);
    }

    /** Who runs a job of a region, as far as the others know. */
    Optional<Node> running(String region, Job job) throws Exception {
        List<String> names =
                rows(
                        "SELECT node FROM collector_lease WHERE target = 'shop-' || ? AND job = ?"
                                + " AND process IS NOT NULL",
                        region,
                        job.toString());
        return nodes.stream().filter(each -> names.stream().anyMatch(each::isNamed)).findFirst();
    }

    /** Of the metrics, in order of arrival. */
    List<GuanceArrival> arrivals() {
        return bench.guance().arrivals("metric", 0);
    }

    /**
     * What has not come as it should, once every target has been run anew: every minute since the
     * lookback of the first run, each once.
     */
    List<String> differences() {
        Instant last = runAll();
        // The first run of a node that starts slowly looks back from later.
        Instant from = minute(began.minus(DELAY).minus(LOOKBACK).plus(Duration.ofMinutes(1)));
        return new Reckoning(world.account("shop"), APIS)
                .differences(
                        arrivals(),
                        from.minus(Duration.ofMinutes(3)),
                        from,
                        minute(last.minus(DELAY)),
                        Instant.now());
    }

    private static Instant minute(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES);
    }

    /** Waits until every target has been run since it is called, which it returns. */
    private Instant runAll() {
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
            node.wire().close();
        }
        time.shutdownNow();
        bench.close();
    }
}
