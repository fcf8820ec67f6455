package guance.awsgateway.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.point.Point;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuanceArrivalsTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T08:15:00Z"), ZoneOffset.UTC);

    private final GuanceStandin guance = GuanceStandin.overwriting("tkn", CLOCK);
    private int writes;

    @AfterEach
    void close() {
        guance.close();
    }

    @Test
    void whereItOverwritesTheNewestValueOfAFieldStays() throws Exception {
        post("m,t=a f=1.0,g=1.0 1");
        post("m,t=b f=1.0 1");
        post("m,t=a f=2.0,h=3.0 1");

        assertThat(guance.points("metric"))
                .containsExactly(
                        new Point("m", Map.of("t", "b"), Map.of("f", 1.0), 1),
                        new Point("m", Map.of("t", "a"), Map.of("f", 2.0, "g", 1.0, "h", 3.0), 1));
        assertThat(guance.arrivals("metric", 1)).hasSize(2);
    }

    @Test
    void aWriteThatIsCutAfterItWasKeptHasArrivedUntold() throws Exception {
        guance.fail(GuanceFault.cutAfterAccepting());

        assertThatThrownBy(() -> post("m f=1.0 1")).isInstanceOf(IOException.class);
        post("m f=1.0 1");

        assertThat(guance.arrivals("metric", 0))
                .extracting(GuanceArrival::told)
                .containsExactly(false, true);
    }

    @Test
    void aFaultCanBeChosenByCall() throws Exception {
        guance.failBy(
                () -> ++writes == 2 ? Optional.of(GuanceFault.status(503)) : Optional.empty());

        assertThat(post("m f=1.0 1")).isEqualTo(200);
        assertThat(post("m f=1.0 1")).isEqualTo(503);
        assertThat(post("m f=1.0 1")).isEqualTo(200);
    }

    private int post(String lines) throws Exception {
        return new GuancePosts(guance).lines("/v1/write/metric?token=tkn", lines).statusCode();
    }
}
