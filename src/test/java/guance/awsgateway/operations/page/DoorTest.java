package guance.awsgateway.operations.page;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestClock;
import guance.awsgateway.settings.ManagementSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {

    private static final int IN = 0;
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final TestClock CLOCK = new TestClock("2026-11-24T12:00:00Z");
    private final Door loopback = door("127.0.0.1", Optional.empty());

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:9876",
                "LOCALHOST",
                "127.0.0.1:9876",
                "127.1.2.3",
                "[::1]:9876",
                "[::1]"
            })
    void onLoopbackThisMachineIsAnswered(String host) {
        assertThat(status(loopback, read(host))).isEqualTo(IN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example:9876",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "10.0.0.1",
                "[::2]",
                "[::1",
                ""
            })
    void onLoopbackNoOtherNameIsAnswered(String host) {
        assertThat(status(loopback, read(host))).isEqualTo(403);
        assertThat(status(loopback, read(null))).isEqualTo(403);
    }

    @Test
    void beyondLoopbackEveryNameIsAnswered() {
        assertThat(status(door("0.0.0.0", Optional.empty()), read("collector.svc"))).isEqualTo(IN);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,                ,                     ,            0",
        "application/json; charset=utf-8, ,                     ,            0",
        "application/json,                http://localhost:9876, same-origin, 0",
        "application/json,                https://localhost:9876, ,          0",
        "application/json,                ,                     none,        0",
        "application/json,                http://localhost:8080, ,           403",
        "application/json,                http://evil.example,  ,            403",
        "application/json,                null,                 ,            403",
        "application/json,                ,                     same-site,   403",
        "application/json,                ,                     cross-site,  403",
        "text/plain,                      ,                     ,            415",
        "application/x-www-form-urlencoded, ,                   ,            415",
        ",                                ,                     ,            415"
    })
    void anActionComesFromThePageOrAScript(
            String contentType, String origin, String fetchSite, int status) {
        assertThat(status(loopback, action(contentType, origin, fetchSite, null)))
                .isEqualTo(status);
    }

    @Test
    void beyondLoopbackNobodyActsWithoutATokenFile() {
        Door open = door("0.0.0.0", Optional.empty());

        assertThat(status(open, bearing("Bearer " + TOKEN))).isEqualTo(403);
        assertThat(open.refusal()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void withATokenFileAnActionBringsTheToken(String host) throws IOException {
        Door door = door(host, Optional.of(token(TOKEN + "\n")));

        assertThat(status(door, bearing("Bearer " + TOKEN))).isEqualTo(IN);
        assertThat(status(door, bearing("bearer " + TOKEN))).isEqualTo(IN);
        assertThat(status(door, bearing("Bearer " + TOKEN + "0"))).isEqualTo(401);
        assertThat(status(door, bearing("Bearer "))).isEqualTo(401);
        assertThat(status(door, bearing("Basic " + TOKEN))).isEqualTo(401);
        assertThat(status(door, bearing(null))).isEqualTo(401);
        assertThat(status(door, read("localhost"))).isEqualTo(IN);
    }

    @Test
    void aNewTokenCountsAtOnce() throws IOException {
        Door door = door("127.0.0.1", Optional.of(token(TOKEN)));

        token("another-token-that-is-long");

        assertThat(status(door, bearing("Bearer " + TOKEN))).isEqualTo(401);
        assertThat(status(door, bearing("Bearer another-token-that-is-long"))).isEqualTo(IN);
    }

    @Test
    void aTokenThatIsShortOrGoneOpensNothing() throws IOException {
        Door door = door("127.0.0.1", Optional.of(token("")));

        assertThat(status(door, bearing("Bearer "))).isEqualTo(403);

        Files.delete(folder.resolve("token"));

        assertThat(status(door, bearing("Bearer "))).isEqualTo(403);
    }

    @Test
    void whatIsWrittenOfARequestLeavesItsTokenOut() {
        assertThat(bearing("Bearer " + TOKEN)).hasToString("POST /api/replay from ");
    }

    private Path token(String text) throws IOException {
        return Files.writeString(folder.resolve("token"), text);
    }

    private static Door door(String host, Optional<Path> token) {
        return new Door(new ManagementSettings(host, 9876, token), CLOCK);
    }

    private static int status(Door door, Asked asked) {
        try {
            door.admit(asked);
            return IN;
        } catch (RefusedRequestException e) {
            return e.status();
        }
    }

    private static Asked read(String host) {
        return new Asked("GET", "/", null, "", host, null, "cross-site", null, null);
    }

    private static Asked bearing(String authorization) {
        return action("application/json", null, null, authorization);
    }

    private static Asked action(
            String contentType, String origin, String fetchSite, String authorization) {
        return new Asked(
                "POST",
                "/api/replay",
                null,
                "",
                "localhost:9876",
                origin,
                fetchSite,
                contentType,
                authorization);
    }
}
