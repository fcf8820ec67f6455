package guance.awsgateway.operations.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.LogLines;
import guance.awsgateway.TestClock;
import guance.awsgateway.settings.ManagementSettings;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final String OTHER_HOST =
            "asked for as another host; ask for localhost, or set management.host";
    private static final String NO_JSON =
            "an action needs the header Content-Type: application/json";

    private final TestClock clock = new TestClock("2026-11-24T12:00:00Z");
    private final Door door =
            new Door(new ManagementSettings("127.0.0.1", 9876, Optional.empty()), clock);
    private final LogLines lines = new LogLines(Refusals.class);

    @AfterEach
    void close() {
        lines.close();
    }

    @Test
    void aReasonIsToldOnceAMinuteWithHowManyMoreThereWere() {
        refused("GET", "evil.example", "/api/status");
        refused("GET", "evil.example", "/api/runs");
        clock.advance(Duration.ofSeconds(59));
        refused("GET", "other.example", "/");

        assertThat(lines.all())
                .containsExactly("WARN GET /api/status from 10.0.0.7 is refused: " + OTHER_HOST);

        clock.advance(Duration.ofSeconds(1));
        refused("GET", "evil.example", "/api/apis");
        clock.advance(Duration.ofMinutes(1));
        refused("GET", "evil.example", "/api/apis");

        assertThat(lines.all())
                .hasSize(3)
                .element(1)
                .isEqualTo(
                        "WARN GET /api/apis from 10.0.0.7 is refused: "
                                + OTHER_HOST
                                + "; for this reason 2 more were, since the last line");
        assertThat(lines.all().get(2)).endsWith(OTHER_HOST);
    }

    @Test
    void anotherReasonIsToldAtOnce() {
        refused("GET", "evil.example", "/api/status");
        refused("POST", "localhost", "/api/replay");

        assertThat(lines.all())
                .element(1)
                .isEqualTo("WARN POST /api/replay from 10.0.0.7 is refused: " + NO_JSON);
    }

    @Test
    void aLongPathIsCut() {
        refused("GET", "evil.example", "/" + "a".repeat(5_000));

        assertThat(lines.all())
                .containsExactly(
                        "WARN GET /%s... from 10.0.0.7 is refused: %s"
                                .formatted("a".repeat(99), OTHER_HOST));
    }

    private void refused(String method, String host, String path) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, method);
        exchange.getMessage().setHeader(Exchange.HTTP_PATH, path);
        exchange.getMessage().setHeader("CamelVertxPlatformHttpRemoteAddress", "10.0.0.7");
        exchange.getMessage().setHeader("Host", host);
        assertThatThrownBy(() -> door.admit(exchange)).isInstanceOf(RefusedRequestException.class);
    }
}
