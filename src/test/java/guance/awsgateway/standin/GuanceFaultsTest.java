package guance.awsgateway.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuanceFaultsTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T08:15:00Z"), ZoneOffset.UTC);

    private final GuanceStandin guance = GuanceStandin.dataway("tkn", CLOCK);

    @AfterEach
    void close() {
        guance.close();
    }

    @Test
    void playsTheQueueThenBehaves() throws Exception {
        guance.fail(
                GuanceFault.status(429, Map.of("Retry-After", "7"), "slow down"),
                GuanceFault.garbage(200),
                GuanceFault.redirect("http://127.0.0.1:1/elsewhere"));

        var throttled = post();
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).contains("7");
        assertThat(throttled.body()).isEqualTo("slow down");
        assertThat(post().body()).contains("\uFFFD");
        assertThat(post().headers().firstValue("Location")).isPresent();
        assertThat(guance.points("metric")).isEmpty();
        assertThat(post().statusCode()).isEqualTo(200);
        assertThat(guance.points("metric")).hasSize(1);
    }

    @Test
    void aStandingFaultStaysUntilRecovery() throws Exception {
        guance.failAlways(GuanceFault.status(503));

        assertThat(post().statusCode()).isEqualTo(503);
        assertThat(post().statusCode()).isEqualTo(503);
        guance.recover();

        assertThat(post().statusCode()).isEqualTo(200);
    }

    @Test
    void cutsBeforeReadingOrAfterAccepting() {
        guance.fail(GuanceFault.cutBeforeReading(), GuanceFault.cutAfterAccepting());

        assertThatThrownBy(this::post).isInstanceOf(IOException.class);
        assertThat(guance.points("metric")).isEmpty();
        assertThatThrownBy(this::post).isInstanceOf(IOException.class);
        assertThat(guance.points("metric")).hasSize(1);
        assertThat(guance.requests()).extracting(GuanceRequest::status).containsExactly(0, 0);
    }

    @Test
    void hangsUntilTheSenderGivesUp() {
        guance.fail(GuanceFault.hang());

        assertThatThrownBy(this::post).isInstanceOf(HttpTimeoutException.class);
        assertThat(guance.points("metric")).isEmpty();
    }

    @Test
    void isSlowUntilRecovery() {
        guance.fail(GuanceFault.slow(Duration.ofHours(1)));

        var answer = CompletableFuture.supplyAsync(this::status);
        await().until(() -> guance.points("metric").size() == 1);
        assertThat(answer).isNotDone();
        guance.recover();

        assertThat(answer).succeedsWithin(Duration.ofSeconds(2)).isEqualTo(200);
    }

    private int status() {
        try {
            return post().statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> post() throws Exception {
        return new GuancePosts(guance).lines("/v1/write/metric?token=tkn", "m f=1.0 1");
    }
}
