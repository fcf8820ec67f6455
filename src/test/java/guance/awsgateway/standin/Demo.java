package guance.awsgateway.standin;

import static org.awaitility.Awaitility.await;

import guance.awsgateway.Collector;
import guance.awsgateway.Mode;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.operations.Summary;
import guance.awsgateway.point.Point;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.settings.SettingsReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The collector as it is shipped, against stand-ins of AWS and Guance on this machine: no account
 * is needed. Goes on until Ctrl-C; with {@code --once} it ends after the first runs.
 */
public final class Demo {

    private static final String TOKEN = "tkn_0123456789abcdef0123456789abcdef";

    private Demo() {}

    public static void main(String[] arguments) throws Exception {
        boolean once = Arrays.asList(arguments).contains("--once");
        Clock clock = Clock.systemUTC();
        World world = World.demo();
        try (AwsStandin aws = new AwsStandin(world, clock);
                GuanceStandin guance = GuanceStandin.dataway(TOKEN, clock)) {
            DemoCredentials.use(world, aws);
            Loaded loaded = settings(world, guance);
            Mode mode = once ? Mode.ONCE : Mode.SCHEDULED;
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            try (Collector collector = new Collector(loaded, mode, Path.of(""), out, clock)) {
                collector.start();
                Summary summary = new Summary(once ? collector.runAll() : atStart(collector));
                out.println(text(summary, aws, guance));
                if (!summary.isClean()) {
                    throw new IllegalStateException("the demo did not end well, see above");
                }
                if (!once) {
                    out.println("Its page is http://localhost:9876/; Ctrl-C ends it.");
                    Thread.currentThread().join();
                }
            }
        }
    }

    /** What the collector has run by itself, as it remembers no run. */
    private static List<RunRecord> atStart(Collector collector) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> collector.runs().ended().size() >= collector.jobs());
        return collector.runs().ended();
    }

    /** The shipped file, and what a user must add to it. */
    private static Loaded settings(World world, GuanceStandin guance) throws IOException {
        Map<String, String> given = new HashMap<>();
        List<Account> accounts = world.accounts();
        for (int i = 0; i < accounts.size(); i++) {
            String prefix = "collector.accounts[%d].".formatted(i);
            given.put(prefix + "name", accounts.get(i).name());
            given.put(prefix + "profile", accounts.get(i).name());
            given.put(prefix + "regions", String.join(",", accounts.get(i).regions().keySet()));
        }
        given.put("guance.url", guance.url());
        given.put("guance.token", TOKEN);
        given.put("state.directory", Files.createTempDirectory("demo-state").toString());
        return SettingsReader.read(Path.of("application.properties"), given, Map.of());
    }

    private static String text(Summary summary, AwsStandin aws, GuanceStandin guance) {
        List<Point> objects = guance.points("custom_object");
        List<Point> metrics =
                guance.points("metric").stream()
                        .filter(point -> point.measurement().startsWith("aws_"))
                        .toList();
        return """

                %s

                Guance (%s) holds %d objects aws_gateway and %d metric points:

                %s

                AWS (%s) answered %d calls."""
                .formatted(
                        summary.table(),
                        guance.url(),
                        objects.size(),
                        metrics.size(),
                        new DemoReport(objects, metrics).text(),
                        aws.endpoint(),
                        aws.calls().all().size());
    }
}
