package guance.awsgateway.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;

/** How the Guance stand-in misbehaves on one write. */
public sealed interface GuanceFault {

    /** Reads the request, keeps nothing, and answers this. */
    record Answer(int status, Map<String, String> headers, byte[] body) implements GuanceFault {}

    /** Keeps nothing and answers nothing until {@link GuanceStandin#recover()} cuts it off. */
    record Hang() implements GuanceFault {}

    /** Closes the connection without an answer, before the body is read or after it was kept. */
    record Cut(boolean afterAccepting) implements GuanceFault {}

    /** Does all as it should, but answers so much later, or at {@link GuanceStandin#recover()}. */
    record Slow(Duration delay) implements GuanceFault {}

    static GuanceFault status(int status) {
        return status(status, Map.of(), "");
    }

    /**
     * @param headers such as {@code Retry-After}
     */
    static GuanceFault status(int status, Map<String, String> headers, String body) {
        return new Answer(status, headers, body.getBytes(UTF_8));
    }

    static GuanceFault redirect(String location) {
        return status(307, Map.of("Location", location), "");
    }

    /** An answer that claims to be JSON and is not even text. */
    static GuanceFault garbage(int status) {
        byte[] noise = {(byte) 0xFF, (byte) 0xC0, 0, '{', '"', (byte) 0xED, '\n'};
        return new Answer(status, Map.of("Content-Type", "application/json"), noise);
    }

    static GuanceFault hang() {
        return new Hang();
    }

    static GuanceFault cutBeforeReading() {
        return new Cut(false);
    }

    static GuanceFault cutAfterAccepting() {
        return new Cut(true);
    }

    static GuanceFault slow(Duration delay) {
        return new Slow(delay);
    }
}
