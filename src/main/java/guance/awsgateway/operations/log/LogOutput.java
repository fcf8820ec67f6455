package guance.awsgateway.operations.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import guance.awsgateway.settings.LogFormat;
import java.util.Iterator;
import org.slf4j.LoggerFactory;

/** How what is logged is written; a text is what the logging configuration says. */
public final class LogOutput {

    private LogOutput() {}

    /** From now on, of what goes to a console; other appenders are a user's own. */
    public static void use(LogFormat format) {
        switch (format) {
            case TEXT -> {}
            case JSON -> asJson();
        }
    }

    private static void asJson() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Iterator<Appender<ILoggingEvent>> appenders =
                    context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
            while (appenders.hasNext()) {
                if (appenders.next() instanceof ConsoleAppender<ILoggingEvent> console) {
                    JsonLines lines = new JsonLines();
                    lines.setContext(context);
                    lines.start();
                    console.setEncoder(lines);
                }
            }
        }
    }
}
