package guance.awsgateway.operations.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import java.io.EOFException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quartz.JobPersistenceException;

/** What the shipped configuration leaves out of the log. */
class QuietSchedulesTest {

    private static final String STORE = "org.quartz.impl.jdbcjobstore.JobStoreTX";

    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void configure() throws Exception {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure("src/main/resources/logback.xml");
    }

    private boolean isShown(String logger, Throwable failure) {
        LoggingEvent event =
                new LoggingEvent(
                        "", context.getLogger(logger), Level.ERROR, "it failed", failure, null);
        return context.getLogger(Logger.ROOT_LOGGER_NAME)
                        .getAppender("console")
                        .getFilterChainDecision(event)
                != FilterReply.DENY;
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("refused", new SQLException("no", "08001"), false),
                Arguments.of("broken", new SQLException("no", "08006"), false),
                Arguments.of("stops", new SQLException("no", "57P01"), false),
                Arguments.of("starts", new SQLException("no", "57P03"), false),
                Arguments.of("was idle", new SQLException("no", "25P03"), false),
                Arguments.of("none in time", new SQLTransientConnectionException("no"), false),
                Arguments.of("broke before", new SQLException("Connection is closed"), false),
                Arguments.of("no such table", new SQLException("no", "42P01"), true),
                Arguments.of("not allowed", new SQLException("no", "42501"), true),
                Arguments.of("locked", new SQLException("no", "55P03"), true),
                Arguments.of("without a state", new SQLException("no"), true),
                Arguments.of("of no database", new EOFException(), true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void onlyALostConnectionIsLeftOut(String name, Exception failure, boolean shown) {
        assertThat(isShown(STORE, failure)).isEqualTo(shown);
        assertThat(isShown(STORE, new JobPersistenceException("no", failure))).isEqualTo(shown);
    }

    @Test
    void whatIsNotOfQuartzOrHasNoFailureIsShown() {
        assertThat(isShown("guance.awsgateway.Main", new SQLException("no", "08001"))).isTrue();
        assertThat(isShown(STORE, null)).isTrue();
    }

    @Test
    void atDebugAllIsShown() {
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.DEBUG);

        assertThat(isShown(STORE, new SQLException("no", "08001"))).isTrue();
    }
}
