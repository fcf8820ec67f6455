package guance.awsgateway.operations.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.LoggerContext;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLevelsTest {

    private static final String DELIVERY = "guance.awsgateway.delivery";

    private final LoggerContext loggers = new LoggerContext();
    private final LogLevels levels = new LogLevels(loggers);

    @Test
    void aLevelIsChangedForALoggerAndAllBelowIt() {
        levels.changeLevel("ROOT", "WARN");
        levels.changeLevel(DELIVERY, "debug");

        assertThat(levels.getLevels())
                .containsExactlyEntriesOf(new TreeMap<>(Map.of("ROOT", "WARN", DELIVERY, "DEBUG")));
        assertThat(loggers.getLogger(DELIVERY + ".Replay").isDebugEnabled()).isTrue();
        assertThat(loggers.getLogger("guance.awsgateway.metrics").isInfoEnabled()).isFalse();
    }

    @Test
    void withoutALevelOfItsOwnALoggerHasThatOfTheNearestAbove() {
        levels.changeLevel(DELIVERY, "TRACE");

        levels.changeLevel(DELIVERY, "");

        assertThat(levels.getLevels()).containsOnlyKeys("ROOT");
    }

    @ParameterizedTest
    @CsvSource({"guance, LOUD", "ROOT, ''"})
    void whatIsNoLevelIsRefused(String logger, String level) {
        assertThatThrownBy(() -> levels.changeLevel(logger, level))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'%s' is no level; use TRACE, DEBUG, INFO, WARN, ERROR or OFF", level);
    }
}
