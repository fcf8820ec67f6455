package guance.awsgateway;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What is logged while it is open; nothing of it reaches the console. */
final class Logs implements AutoCloseable {

    private static final String TESTS = "src/test/resources/logback-test.xml";
    private static final String SHIPPED = "src/main/resources/logback.xml";

    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    /** With the levels of the shipped configuration, under {@code ROOT_LOG_LEVEL}. */
    Logs(Level level) throws JoranException {
        System.setProperty("ROOT_LOG_LEVEL", level.levelStr);
        configure(SHIPPED);
        events.start();
        root().detachAndStopAllAppenders();
        root().addAppender(events);
    }

    private static void configure(String file) throws JoranException {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Path.of(file).toFile());
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** The messages of one level, in order. */
    List<String> of(Level level) {
        return all().stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** Every message with its stack trace. */
    List<String> texts() {
        return all().stream()
                .map(
                        event ->
                                event.getLoggerName()
                                        + " "
                                        + event.getFormattedMessage()
                                        + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .toList();
    }

    /** The messages that came with a stack trace. */
    List<String> traces() {
        return all().stream()
                .filter(event -> event.getThrowableProxy() != null)
                .map(event -> event.getLoggerName() + " " + event.getFormattedMessage())
                .toList();
    }

    private List<ILoggingEvent> all() {
        return List.copyOf(events.list);
    }

    @Override
    public void close() throws JoranException {
        System.clearProperty("ROOT_LOG_LEVEL");
        configure(TESTS);
    }
}
