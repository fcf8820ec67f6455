package guance.awsgateway.operations.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class RunLogTest {

    private static final Logger LOG = LoggerFactory.getLogger(RunLogTest.class);

    private final RunLog lines = new RunLog();

    @BeforeEach
    void open() {
        lines.open();
    }

    @AfterEach
    void close() {
        MDC.remove(RunInLog.KEY);
        lines.close();
    }

    private static void say(String run, String text) {
        MDC.put(RunInLog.KEY, run);
        LOG.warn("{} said", text);
    }

    @Test
    void theLinesOfARunAreFoundByItsId() {
        say("one", "a");
        say("other", "b");
        say("one", "c");

        assertThat(lines.of("one")).extracting(LogLine::text).containsExactly("a said", "c said");
        assertThat(lines.of("one"))
                .first()
                .returns("WARN", LogLine::level)
                .returns("RunLogTest", LogLine::logger)
                .extracting(LogLine::time)
                .isInstanceOf(Instant.class);
        assertThat(lines.of("none")).isEmpty();
    }

    @Test
    void whatIsOfNoRunIsNotKept() {
        LOG.warn("of no run");

        assertThat(lines.of("null")).isEmpty();
        assertThat(lines.of("")).isEmpty();
    }

    @Test
    void theLastLinesOfARunAreKept() {
        IntStream.rangeClosed(1, 60).forEach(i -> say("one", "line " + i));

        assertThat(lines.of("one")).hasSize(RunLog.LINES);
        assertThat(lines.of("one").get(0).text()).isEqualTo("line 11 said");
        assertThat(lines.of("one").get(49).text()).isEqualTo("line 60 said");
    }

    @Test
    void theLastRunsAreKept() {
        IntStream.rangeClosed(1, 51).forEach(i -> say("run " + i, "it"));

        assertThat(lines.of("run 1")).isEmpty();
        assertThat(lines.of("run 2")).hasSize(1);
        assertThat(lines.of("run 51")).hasSize(1);
    }

    @Test
    void aLongLineIsCut() {
        say("one", "x".repeat(5_000));

        assertThat(lines.of("one").get(0).text()).hasSize(RunLog.LENGTH).endsWith("x…");
    }
}
