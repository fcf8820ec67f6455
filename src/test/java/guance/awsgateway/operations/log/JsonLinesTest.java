package guance.awsgateway.operations.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

    private final LoggerContext context = new LoggerContext();
    private final JsonLines lines = new JsonLines();

    private String line(String run, Throwable failure, String message, Object... arguments) {
        lines.setContext(context);
        lines.start();
        LoggingEvent event =
                new LoggingEvent(
                        "",
                        context.getLogger("guance.awsgateway.operations.Runs"),
                        Level.WARN,
                        message,
                        failure,
                        arguments);
        event.setThreadName("reader 1");
        event.setInstant(Instant.parse("2026-11-24T08:15:00.120Z"));
        event.setMDCPropertyMap(run == null ? Map.of() : Map.of("run", run));
        return new String(lines.encode(event), StandardCharsets.UTF_8);
    }

    @Test
    void aLineIsAnObjectWithTheTimeInUtcAndTheRun() throws IOException {
        String line = line("20261124T081500Z-metrics-shop", null, "{} \"{}\"\nis {}", "支付", 'a', 1);

        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        assertThat(new ObjectMapper().readTree(line))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"level": "WARN", "threadName": "reader 1",
                                         "loggerName": "guance.awsgateway.operations.Runs",
                                         "throwable": null,
                                         "time": "2026-11-24T08:15:00.120Z",
                                         "message": "支付 \\"a\\"\\nis 1",
                                         "run": "20261124T081500Z-metrics-shop"}"""));
    }

    @Test
    void whatAUserCanActOnHasItsCode() throws IOException {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerContext(context);
        event.setLoggerName("guance.awsgateway.operations.Runs");
        event.setLevel(Level.WARN);
        event.setMessage("denied");
        event.setInstant(Instant.EPOCH);
        event.setThreadName("reader 1");
        event.setMDCPropertyMap(Map.of());
        event.addMarker(Code.AWS_DENIED.marker());

        JsonNode line = new ObjectMapper().readTree(lines.encode(event));

        assertThat(line.path("code").asText()).isEqualTo("GAG-010");
    }

    @Test
    void aLineOfNoRunHasNone() throws IOException {
        JsonNode line = new ObjectMapper().readTree(line(null, null, "started"));

        assertThat(line.has("run")).isFalse();
        assertThat(line.path("message").asText()).isEqualTo("started");
    }

    @Test
    void anExceptionStandsInTheSameLine() throws IOException {
        String line = line(null, new IllegalStateException("it broke"), "failed");

        assertThat(line).containsOnlyOnce("\n");
        assertThat(new ObjectMapper().readTree(line).path("throwable").path("message").asText())
                .isEqualTo("it broke");
    }

    @Test
    void theTimeIsWrittenInDigitsOfItsOwnInNoLocale() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(new ObjectMapper().readTree(line(null, null, "x")).path("time").asText())
                    .isEqualTo("2026-11-24T08:15:00.120Z");
        } finally {
            Locale.setDefault(before);
        }
    }
}
