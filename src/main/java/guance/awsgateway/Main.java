package guance.awsgateway;

import guance.awsgateway.operations.Causes;
import guance.awsgateway.operations.log.LogOutput;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.settings.SettingsException;
import guance.awsgateway.settings.SettingsReader;
import guance.awsgateway.target.StaticKeys;
import guance.awsgateway.trouble.Code;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
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

    @Option(
            names = "--check",
            description = "Calls once what would be called, sends nothing, and prints a table.")
    private boolean check;

    @ArgGroup(exclusive = false)
    private Verify verify;

    @ArgGroup(exclusive = false)
    private Validate validate;

    /** A report is of a verification only. */
    private static final class Verify {

        @Option(
                names = "--verify",
                required = true,
                description = "Writes a marked point and object to a Dataway, reads them back.")
        private boolean wanted;

        @Option(
                names = "--report",
                paramLabel = "FILE",
                description = "Writes what --verify found to a file.")
        private Path report;
    }

    /** A diff is of a validation only. */
    private static final class Validate {

        @Option(
                names = "--validate",
                required = true,
                description = "Checks settings and routes, and calls and starts nothing.")
        private boolean wanted;

        @Option(
                names = "--diff",
                description = "Prints how the routes differ from those that are shipped.")
        private boolean diff;
    }

    @Option(names = "-D", paramLabel = "key=value", description = "Gives a setting.")
    private Map<String, String> given = new HashMap<>();

    @Option(names = "--help", usageHelp = true, description = "Prints this.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Prints the version.")
    private boolean version;

    private Commands commands;
    private final Path directory;
    private final Clock clock;

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
        boolean started = commands != null && commands.isStarted();
        String what = started ? "failed" : "did not start";
        LOG.debug(what, failure);
        String why = Causes.of(failure);
        System.err.println("guance-aws-gateway %s: %s [%s]".formatted(what, why, Code.NOT_STARTED));
        return started ? Commands.FAILED : Commands.WRONG_SETTINGS;
    }

    @Override
    public Integer call() throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            if (validate != null) {
                return new Validation(directory).print(this::told, clock, validate.diff, out);
            }
            commands = new Commands(told(), this::read, directory, out, clock);
        } catch (SettingsException e) {
            System.err.println(e.getMessage());
            System.err.println("[" + Code.SETTINGS_WRONG + "]");
            return Commands.WRONG_SETTINGS;
        }
        return obey();
    }

    /** With what is odd about them in the log. */
    private Loaded told() {
        Loaded loaded = read();
        LogOutput.use(loaded.settings().operation().logFormat());
        loaded.warnings().forEach(line -> LOG.warn(Code.SETTING_ODD.marker(), line));
        StaticKeys.hiding(Utf8Environment.read(), loaded.settings().accounts())
                .ifPresent(line -> LOG.warn(Code.AWS_KEYS_HIDE_ROLE.marker(), line));
        return loaded;
    }

    private Loaded read() {
        Path file = directory.resolve("application.properties");
        return SettingsReader.read(file, systemProperties(), Utf8Environment.read());
    }

    private int obey() throws Exception {
        if (deadLetters) {
            return commands.deadLetters();
        }
        if (check) {
            return commands.check();
        }
        if (verify != null) {
            return commands.verify(Optional.ofNullable(verify.report));
        }
        if (replay || replayRejected) {
            return commands.replay(replayRejected);
        }
        return once || dryRun ? commands.once(dryRun) : commands.scheduled();
    }

    private Map<String, String> systemProperties() {
        Map<String, String> all = new HashMap<>();
        System.getProperties().forEach((key, value) -> all.put(key.toString(), value.toString()));
        all.putAll(given);
        return all;
    }
}
