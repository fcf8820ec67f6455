package guance.awsgateway;

import guance.awsgateway.delivery.Delivery;
import guance.awsgateway.delivery.LetterFolders;
import guance.awsgateway.delivery.Replay;
import guance.awsgateway.operations.Causes;
import guance.awsgateway.operations.LetterTable;
import guance.awsgateway.operations.Progress;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.operations.Summary;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.settings.SettingsException;
import guance.awsgateway.settings.SettingsReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The command line. */
@Command(
        name = "guance-aws-gateway",
        description = "Carries AWS API Gateway assets and metrics into Guance.",
        footer = {
            "",
            "Without a flag it runs until SIGTERM. It reads application.properties and routes/ of"
                    + " the working directory; every setting can also be given as -Dkey=value or"
                    + " in the environment (metrics.cron: METRICS_CRON)."
        },
        versionProvider = Version.class,
        separator = " ",
        sortOptions = false)
public final class Main implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int WRONG_SETTINGS = 2;
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    @Option(
            names = "--once",
            description = "Runs every job of every target once, and prints a summary.")
    private boolean once;

    @Option(
            names = "--dry-run",
            description = "As --once, but prints the points and sends nothing.")
    private boolean dryRun;

    @Option(names = "--replay", description = "Sends what is parked, and collects nothing.")
    private boolean replay;

    @Option(names = "--replay-rejected", description = "As --replay, with the rejected points too.")
    private boolean replayRejected;

    @Option(
            names = "--dead-letters",
            description = "Prints a table of what is parked and rejected.")
    private boolean deadLetters;

    @Option(names = "-D", paramLabel = "key=value", description = "Gives a setting.")
    private Map<String, String> given = new HashMap<>();

    @Option(names = "--help", usageHelp = true, description = "Prints this.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Prints the version.")
    private boolean version;

    private boolean started;
    private final Path directory;
    private final Clock clock;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Main(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        System.exit(run(Path.of(""), Clock.systemUTC(), arguments));
    }

    static int run(Path directory, Clock clock, String... arguments) {
        Main main = new Main(directory, clock);
        return new CommandLine(main)
                .setParameterExceptionHandler(WrongArguments::tell)
                .setExecutionExceptionHandler(main::failed)
                .execute(arguments);
    }

    /** A route that cannot be loaded is a user's mistake: a line, not a stack trace. */
    private int failed(Exception failure, CommandLine command, ParseResult parsed) {
        String what = started ? "failed" : "did not start";
        LOG.debug(what, failure);
        System.err.println("guance-aws-gateway " + what + ": " + Causes.of(failure));
        return started ? FAILED : WRONG_SETTINGS;
    }

    @Override
    public Integer call() throws Exception {
        Loaded loaded;
        try {
            loaded = SettingsReader.read(file(), systemProperties(), Utf8Environment.read());
        } catch (SettingsException e) {
            System.err.println(e.getMessage());
            return WRONG_SETTINGS;
        }
        loaded.warnings().forEach(LOG::warn);
        if (deadLetters) {
            out.println(new LetterTable(letters(loaded).told()).text());
            return 0;
        }
        if (replay || replayRejected) {
            return replay(loaded);
        }
        return once || dryRun ? once(loaded) : scheduled(loaded);
    }

    private static LetterFolders letters(Loaded loaded) {
        return LetterFolders.of(loaded.settings().deadLetter());
    }

    /** Can go on beside another collector. */
    private int replay(Loaded loaded) throws Exception {
        try (Collector collector = collector(loaded, Mode.REPLAY)) {
            collector.start();
            started = true;
            int left =
                    withProgress(
                            collector.replay()::progress,
                            () -> collector.replayAll(replayRejected));
            Delivery sent = collector.replay().sum();
            boolean why = left > 0 && sent.reason() != null;
            out.println(collector.replay().progress() + (why ? ": " + sent.reason() : ""));
            return left == 0 && sent.rejected() == 0 ? 0 : FAILED;
        }
    }

    private Path file() {
        return directory.resolve("application.properties");
    }

    private Map<String, String> systemProperties() {
        Map<String, String> all = new HashMap<>();
        System.getProperties().forEach((key, value) -> all.put(key.toString(), value.toString()));
        all.putAll(given);
        return all;
    }

    private int scheduled(Loaded loaded) throws Exception {
        try (Collector collector = collector(loaded, Mode.SCHEDULED)) {
            return collector.run();
        }
    }

    private int once(Loaded loaded) throws Exception {
        Mode mode = dryRun ? Mode.DRY_RUN : Mode.ONCE;
        try (Collector collector = collector(loaded, mode)) {
            collector.start();
            started = true;
            List<RunRecord> runs = runAll(collector);
            Summary summary = new Summary(runs);
            out.println(summary.table());
            if (dryRun) {
                out.println(collector.costs().projection().text());
            }
            Replay replayed = collector.replay();
            boolean clean =
                    summary.isClean()
                            && replayed.sum().rejected() == 0
                            && (dryRun || replayed.waiting() == 0);
            return clean && runs.size() == collector.jobs() ? 0 : FAILED;
        }
    }

    private static List<RunRecord> runAll(Collector collector) throws Exception {
        return withProgress(() -> Progress.line(collector.runs().going()), collector::runAll);
    }

    /** A progress line would spoil a file: it is for a terminal alone. */
    private static <T> T withProgress(Supplier<String> line, Callable<T> work) throws Exception {
        if (System.console() == null) {
            return work.call();
        }
        try (Progress progress = new Progress(line, System.err)) {
            return work.call();
        }
    }

    private Collector collector(Loaded loaded, Mode mode) {
        return new Collector(loaded, mode, directory, out, clock);
    }
}
