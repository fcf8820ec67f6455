package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.delivery.Delivery;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.point.Point;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.settings.SettingsReader;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.GuanceKeeping;
import guance.awsgateway.standin.GuanceStandin;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/**
 * The collector with the shipped routes, between stand-ins of AWS and Guance, at a time that stands
 * still, on schedules as usual that begin in 2099, as quartz goes by the real time. Whatever was
 * sent must have kept the wire contract when it is closed.
 */
final class Bench implements AutoCloseable {

    static final String TOKEN = "tkn_0123456789abcdef0123456789abcdef";
    static final String NOW = "2026-11-24T08:15:00Z";
    private static final String JMX = "camel.main.jmx-enabled";

    final TestClock clock;
    final AwsStandin aws;
    final TestStopwatch stopwatch = new TestStopwatch();
    final Path folder;
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, String> environment = new TreeMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private GuanceStandin guance;
    private Collector collector;
    private ExchangeWatcher watcher;
    private Served served;
    private int accounts;
    private Path directory = Path.of("");
    private Inside inside = new Inside(true);

    Bench(World world) throws IOException {
        this(world, PageSizes.AWS, NOW);
    }

    Bench(World world, PageSizes pages, String now) throws IOException {
        clock = new TestClock(now);
        aws = new AwsStandin(world, clock, pages);
        guance = GuanceStandin.dataway(TOKEN, clock);
        folder = Files.createTempDirectory("bench");
        with("guance.token", TOKEN);
        with("collector.jitter", "0s");
        with("heartbeat.guance", "false");
        with("dead-letter.directory", folder.resolve("dead-letter").toString());
        with("state.directory", folder.resolve("state").toString());
        with("management.port", "0");
        with(JMX, "false");
        with("metrics.lookback", "5m");
        with("objects.cron", "0 0/15 * 1 1 ? 2099").with("metrics.cron", "0 0/5 * 1 1 ? 2099");
        AwsProfiles.use(aws, world, folder);
    }

    Bench with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** With MBeans, whose making is two thirds of a start. */
    Bench withJmx() {
        return with(JMX, "true");
    }

    /** A variable of the environment. */
    Bench within(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** With health, metrics and the page, at {@link #served}. */
    Bench serve() throws IOException {
        served = Served.anywhere();
        return with("management.port", String.valueOf(served.port()));
    }

    /** And lets run what is due at the start. */
    Bench serveFromStart() throws Exception {
        serve().start(Mode.SCHEDULED);
        await().atMost(Duration.ofMinutes(2)).until(() -> ended().size() == collector.jobs());
        return this;
    }

    /** After {@link #serve}. */
    Served served() {
        return served;
    }

    Bench datakit() {
        guance.close();
        guance = GuanceStandin.datakit(clock);
        settings.remove("guance.token");
        return with("guance.receiver", "datakit");
    }

    /** A Guance that keeps the last sample of a series and time. */
    Bench overwriting() {
        return keeping(GuanceKeeping.OVERWRITES);
    }

    Bench keeping(GuanceKeeping keeping) {
        guance.close();
        guance = GuanceStandin.keeping(keeping, TOKEN, clock);
        return this;
    }

    /** After {@link #datakit}. */
    Bench dataway() {
        guance.close();
        guance = GuanceStandin.dataway(TOKEN, clock);
        settings.remove("guance.receiver");
        return with("guance.url", guance.url()).with("guance.token", TOKEN);
    }

    /**
     * A Retry-After of one millisecond, at the time to which this moves the clock; the windows stay
     * as they are.
     */
    String almostNow() {
        clock.set(Instant.parse("2026-11-24T08:15:00.999Z"));
        return "Tue, 24 Nov 2026 08:15:01 GMT";
    }

    /** Runs the routes of this directory. */
    Bench routes(Path of) {
        directory = of;
        return this;
    }

    /** A POST is tried again at once. */
    Bench withoutPauses() {
        inside = new Inside(false);
        return this;
    }

    /** To be asked for before the start. */
    ExchangeWatcher watch() {
        watcher = new ExchangeWatcher();
        return watcher;
    }

    /**
     * Collects this account instead of all.
     *
     * @param of its name in the world
     */
    Bench account(String name, String of, String... regions) {
        String prefix = "collector.accounts[%d].".formatted(accounts++);
        return with(prefix + "name", name)
                .with(prefix + "profile", aws.world().account(of).number())
                .with(prefix + "regions", String.join(",", regions));
    }

    Bench start(Mode mode) throws Exception {
        Path file = write();
        collector =
                new Collector(
                        SettingsReader.read(file, Map.of(), environment),
                        mode,
                        directory,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        clock,
                        stopwatch);
        if (watcher != null) {
            collector.bind("watcher", watcher);
        }
        collector.bind("inside", inside);
        collector.start();
        return this;
    }

    /** The settings, checked. */
    Settings settings() throws IOException {
        return SettingsReader.read(write(), Map.of(), environment).settings();
    }

    /** The settings as a file of the folder. */
    Path write() throws IOException {
        if (!settings.containsKey("collector.accounts[0].name")) {
            for (Account each : aws.world().accounts()) {
                account(each.name(), each.name(), each.regions().keySet().toArray(String[]::new));
            }
        }
        settings.putIfAbsent("guance.url", guance.url());
        Path file = folder.resolve("application.properties");
        return Files.write(file, settings.entrySet().stream().map(Object::toString).toList());
    }

    /** Every job of every target once. */
    List<RunRecord> runAll() throws Exception {
        if (collector == null) {
            start(Mode.ONCE);
        }
        return collector.runAll();
    }

    /** One run of one job of a target, after the start. */
    RunRecord run(Job job, String target) {
        Exchange done =
                inside.template()
                        .send(
                                "direct:collect-" + job,
                                exchange -> exchange.setVariable("target", target));
        assertThat(done.getException()).isNull();
        List<RunRecord> all = ended();
        return all.get(all.size() - 1);
    }

    /** Hands points of the target shop-eu-west-1 to the route that delivers, after the start. */
    Delivery deliver(String category, List<Point> points) {
        Exchange done =
                inside.template()
                        .send(
                                "direct:deliver",
                                exchange -> {
                                    exchange.setVariable("category", category);
                                    exchange.setVariable("target", "shop-eu-west-1");
                                    exchange.getMessage().setBody(points);
                                });
        assertThat(done.getException()).isNull();
        return done.getMessage().getBody(Delivery.class);
    }

    /** Sends what is parked, after the start. */
    void replay() {
        Exchange done = inside.template().send("direct:replay", exchange -> {});
        assertThat(done.getException()).isNull();
    }

    /** How many exchanges are under way in a route. */
    int inFlight(String route) {
        return inside.inFlight(route);
    }

    /** As {@link #runAll}, for a thread of its own. */
    List<RunRecord> all() {
        return collector.runAll();
    }

    List<RunRecord> ended() {
        return collector.runs().ended();
    }

    GuanceStandin guance() {
        return guance;
    }

    /** What the collector printed. */
    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    List<Path> parked() throws IOException {
        return letters("parked");
    }

    List<Path> rejected() throws IOException {
        return letters("rejected");
    }

    private List<Path> letters(String kind) throws IOException {
        Path letters = folder.resolve("dead-letter").resolve(kind);
        if (!Files.isDirectory(letters)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(letters)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
        }
    }

    /** The next run is of another collector on the same folder, as after a restart. */
    void stop() {
        collector.close();
        collector = null;
    }

    /** What hangs is cut first, so that nothing waits for it. */
    @Override
    public void close() throws Exception {
        aws.close();
        guance.recover();
        if (collector != null) {
            collector.close();
        }
        guance.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
        assertThat(guance.violations()).isEmpty();
    }
}
