package guance.awsgateway.operations.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the shipped configuration writes. */
class TextLinesTest {

    private static final String BEFORE =
            "1970-01-01T00:00:00.000Z WARN  Runs [20261124T081500Z-metrics-shop] - ";

    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void configure() throws Exception {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void theNameOfAnApiForgesNoLineAndColoursNothing() {
        String name = "a\r\n2026-11-24T08:15:00.120Z ERROR Main\u001b[31m\u009b31m - 支付";

        assertThat(line("the API {} is new", name, null))
                .isEqualTo(
                        BEFORE
                                + "the API a  2026-11-24T08:15:00.120Z ERROR Main [31m 31m - 支付"
                                + " is new\n");
    }

    @Test
    void aStackTraceKeepsItsLines() {
        String text = line("it {}", "broke", new IllegalStateException("why"));

        assertThat(text)
                .startsWith(BEFORE + "it broke\njava.lang.IllegalStateException: why\n\tat ");
    }

    private String line(String message, String argument, Throwable failure) {
        Logger logger = context.getLogger("guance.awsgateway.operations.Runs");
        LoggingEvent event =
                new LoggingEvent("", logger, Level.WARN, message, failure, new Object[] {argument});
        event.setInstant(Instant.EPOCH);
        event.setMDCPropertyMap(Map.of("run", "20261124T081500Z-metrics-shop"));
        ConsoleAppender<ILoggingEvent> console =
                (ConsoleAppender<ILoggingEvent>)
                        context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console");
        return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
