package guance.awsgateway.operations.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** The last lines that the last runs have logged, at INFO and above, in memory alone. */
public final class RunLog extends AppenderBase<ILoggingEvent> {

    static final int RUNS = 50;
    static final int LINES = 50;

    /** Characters of a line, so that 50 times 50 stay below 5 MB. */
    static final int LENGTH = 1_000;

    private final Map<String, Deque<LogLine>> runs = new LinkedHashMap<>();

    /** Listens to all loggers from now on. */
    public void open() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            setName("run-log");
            setContext(root.getLoggerContext());
            start();
            root.addAppender(this);
        }
    }

    /** What was heard is kept. */
    public void close() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.detachAppender(this);
            stop();
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        String run = event.getMDCPropertyMap().get(RunInLog.KEY);
        if (run != null && event.getLevel().isGreaterOrEqual(Level.INFO)) {
            keep(run, line(event));
        }
    }

    private static LogLine line(ILoggingEvent event) {
        String name = event.getLoggerName();
        String text = event.getFormattedMessage() + code(event);
        return new LogLine(
                Instant.ofEpochMilli(event.getTimeStamp()),
                event.getLevel().toString(),
                name.substring(name.lastIndexOf('.') + 1),
                text.length() <= LENGTH ? text : text.substring(0, LENGTH - 1) + "…");
    }

    private static String code(ILoggingEvent event) {
        List<Marker> codes = event.getMarkerList();
        return codes == null || codes.isEmpty() ? "" : " [" + codes.get(0).getName() + "]";
    }

    private synchronized void keep(String run, LogLine line) {
        Deque<LogLine> lines = runs.computeIfAbsent(run, id -> new ArrayDeque<>());
        lines.addLast(line);
        if (lines.size() > LINES) {
            lines.removeFirst();
        }
        if (runs.size() > RUNS) {
            runs.remove(runs.keySet().iterator().next());
        }
    }

    /**
     * The last lines of a run, at most 50, oldest first.
     *
     * @param runId as in its record
     * @return empty for a run that is not among the last 50, or of which nothing was told
     */
    public synchronized List<LogLine> of(String runId) {
        return List.copyOf(runs.getOrDefault(runId, new ArrayDeque<>()));
    }
}
