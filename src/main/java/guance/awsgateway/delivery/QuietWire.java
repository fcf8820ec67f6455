package guance.awsgateway.delivery;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Keeps the token out of the log, whatever a user's own logging configuration says, also where it
 * is read again or a level is changed while the process runs.
 */
final class QuietWire implements LoggerContextListener {

    /** What the HTTP client sends stands in these at DEBUG, request line included. */
    private static final List<String> LOGGERS =
            List.of("org.apache.hc.client5.http.headers", "org.apache.hc.client5.http.wire");

    private QuietWire() {}

    static void pin() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            pin(context);
            if (context.getCopyOfListenerList().stream().noneMatch(QuietWire.class::isInstance)) {
                context.addListener(new QuietWire());
            }
        }
    }

    private static void pin(LoggerContext context) {
        LOGGERS.forEach(name -> context.getLogger(name).setLevel(Level.INFO));
    }

    @Override
    public boolean isResetResistant() {
        return true;
    }

    @Override
    public void onStart(LoggerContext context) {
        pin(context);
    }

    @Override
    public void onReset(LoggerContext context) {
        pin(context);
    }

    @Override
    public void onStop(LoggerContext context) {
        // Nothing is logged any more.
    }

    @Override
    public void onLevelChange(Logger logger, Level level) {
        boolean tells = level == null || !level.isGreaterOrEqual(Level.INFO);
        if (tells && LOGGERS.contains(logger.getName())) {
            logger.setLevel(Level.INFO);
        }
    }
}
