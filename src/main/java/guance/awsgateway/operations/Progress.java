package guance.awsgateway.operations;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Keeps a line on a terminal that says how far the runs are, from their third second on. */
public final class Progress implements AutoCloseable {

    private static final long FIRST_MILLIS = 2_000;
    private static final long NEXT_MILLIS = 500;
    private static final String CLEAR = "\r\033[K";

    private final Supplier<String> line;
    private final PrintStream terminal;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    /**
     * @param line asked each time for what it says
     */
    public Progress(Supplier<String> line, PrintStream terminal) {
        this.line = line;
        this.terminal = terminal;
        timer.scheduleAtFixedRate(this::show, FIRST_MILLIS, NEXT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void show() {
        terminal.print(CLEAR + line.get());
        terminal.flush();
    }

    /** Of runs that go on. */
    public static String line(List<RunRecord> going) {
        return going.stream()
                .map(
                        run ->
                                "%s %s: %s s, %s points"
                                        .formatted(
                                                run.job(),
                                                run.target(),
                                                run.duration().toSeconds(),
                                                run.accepted() + run.parked()))
                .sorted()
                .collect(Collectors.joining(" | "));
    }

    /** Takes the line away. */
    @Override
    public void close() {
        timer.shutdownNow();
        terminal.print(CLEAR);
        terminal.flush();
    }
}
