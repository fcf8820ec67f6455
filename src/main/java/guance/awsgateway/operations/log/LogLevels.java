package guance.awsgateway.operations.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;

/** Those of logback, which has no JMX of its own any more. */
public final class LogLevels implements LogLevelsMXBean {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LogLevels.class);

    private final LoggerContext loggers;

    public LogLevels(LoggerContext loggers) {
        this.loggers = loggers;
    }

    @Override
    public SortedMap<String, String> getLevels() {
        SortedMap<String, String> levels = new TreeMap<>();
        for (Logger logger : loggers.getLoggerList()) {
            if (logger.getLevel() != null) {
                levels.put(logger.getName(), logger.getLevel().toString());
            }
        }
        return levels;
    }

    @Override
    public void changeLevel(String logger, String level) {
        Level wanted = wanted(logger, level);
        Logger one = loggers.getLogger(logger);
        one.setLevel(wanted);
        if (wanted != null && one.getLevel() != wanted) {
            throw new IllegalArgumentException(
                    "%s stays at %s: below it, it would log the token"
                            .formatted(logger, one.getLevel()));
        }
        LOG.info("{} logs at {} from now on", logger, one.getEffectiveLevel());
    }

    private static Level wanted(String logger, String level) {
        if (level.isBlank() && !logger.equals(Logger.ROOT_LOGGER_NAME)) {
            return null;
        }
        Level wanted = Level.toLevel(level.strip(), null);
        if (wanted == null) {
            throw new IllegalArgumentException(
                    "'%s' is no level; use TRACE, DEBUG, INFO, WARN, ERROR or OFF"
                            .formatted(level));
        }
        return wanted;
    }
}
