package guance.awsgateway.delivery;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Keeps the token out of the log, whatever a user's own logging configuration says. */
final class QuietWire {

    /** What the HTTP client sends stands in these at DEBUG, request line included. */
    private static final List<String> LOGGERS =
            List.of("org.apache.hc.client5.http.headers", "org.apache.hc.client5.http.wire");

    private QuietWire() {}

    static void pin() {
        for (String name : LOGGERS) {
            if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                logger.setLevel(Level.INFO);
            }
        }
    }
}
