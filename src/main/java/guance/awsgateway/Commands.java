package guance.awsgateway;

import guance.awsgateway.delivery.Delivery;
import guance.awsgateway.delivery.LetterFolders;
import guance.awsgateway.delivery.Replay;
import guance.awsgateway.operations.LetterTable;
import guance.awsgateway.operations.Progress;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.operations.Summary;
import guance.awsgateway.operations.check.Check;
import guance.awsgateway.operations.check.Findings;
import guance.awsgateway.operations.check.Report;
import guance.awsgateway.operations.check.Verification;
import guance.awsgateway.routes.RouteFiles;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.settings.Receiver;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.Stopwatch;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** What the flags of the command line do, by sound settings; each returns the exit code. */
final class Commands {

    static final int FAILED = 1;
    static final int WRONG_SETTINGS = 2;

    private final Loaded loaded;
    private final Settings settings;
    private final Callable<Loaded> again;
    private final Path directory;
    private final PrintStream out;
    private final Clock clock;
    private boolean started;

    /**
     * @param again reads the settings once more
     * @param directory that relative paths of arguments and {@code routes/} are of
     */
    Commands(Loaded loaded, Callable<Loaded> again, Path directory, PrintStream out, Clock clock) {
        this.again = again;
        this.loaded = loaded;
        this.settings = loaded.settings();
        this.directory = directory;
        this.out = out;
        this.clock = clock;
    }

    /** Whether what fails now fails at work, and not at the start. */
    boolean isStarted() {
        return started;
    }

    int deadLetters() {
        LetterFolders letters = LetterFolders.of(settings.deadLetter());
        out.println(new LetterTable(letters.told()).text());
        return 0;
    }

    int check() throws Exception {
        started = true;
        Findings findings = new Check(settings, clock, Stopwatch.monotonic()).findings();
        out.println(findings.text());
        return findings.isWell() ? 0 : FAILED;
    }

    /**
     * @param file where a report goes too
     */
    int verify(Optional<Path> file) throws Exception {
        if (settings.guance().receiver() == Receiver.DATAKIT) {
            System.err.println(
                    "--verify reads back from a Dataway, by the token of a workspace; set"
                            + " guance.receiver=dataway for it, or look into Guance's console");
            return WRONG_SETTINGS;
        }
        started = true;
        String mark = UUID.randomUUID().toString().replace("-", "");
        Findings findings =
                new Verification(settings, clock, Stopwatch.monotonic(), mark).findings();
        out.println(findings.text());
        if (file.isPresent()) {
            new Report(clock.instant(), Version.text(), settings.guance(), findings)
                    .writeTo(directory.resolve(file.get()));
        }
        return findings.isWell() ? 0 : FAILED;
    }

    /** Can go on beside another collector. */
    int replay(boolean rejectedToo) throws Exception {
        try (Collector collector = new Collector(loaded, Mode.REPLAY, directory, out, clock)) {
            collector.start();
            started = true;
            int left =
                    withProgress(
                            collector.replay()::progress, () -> collector.replayAll(rejectedToo));
            Delivery sent = collector.replay().sum();
            boolean why = left > 0 && sent.reason() != null;
            out.println(collector.replay().progress() + (why ? ": " + sent.reason() : ""));
            return left == 0 && sent.rejected() == 0 ? 0 : FAILED;
        }
    }

    int scheduled() throws Exception {
        Validation routes = new Validation(directory);
        routes.tell();
        try (Live live =
                new Live(loaded, again, directory, routes.shipped(), outside(), Collector::new)) {
            return live.run();
        }
    }

    int once(boolean dry) throws Exception {
        Validation routes = new Validation(directory);
        routes.tell();
        try (Collector collector = collector(routes.routes(), dry ? Mode.DRY_RUN : Mode.ONCE)) {
            collector.start();
            started = true;
            List<RunRecord> runs = runAll(collector);
            Summary summary = new Summary(runs);
            out.println(summary.table());
            if (dry) {
                out.println(collector.costs().projection().text());
            }
            Replay replayed = collector.replay();
            boolean clean =
                    summary.isClean()
                            && replayed.sum().rejected() == 0
                            && (dry || replayed.waiting() == 0);
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

    private Collector collector(RouteFiles routes, Mode mode) {
        Edition edition = new Edition(loaded, routes);
        StateDirectory state = StateDirectory.of(settings.state(), mode, clock);
        return new Collector(edition, mode, state, outside());
    }

    private Outside outside() {
        return Outside.of(out, clock, Stopwatch.monotonic());
    }
}
