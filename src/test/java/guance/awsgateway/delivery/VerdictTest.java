package guance.awsgateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.delivery.Verdict.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(
            textBlock =
                    """
                    200, ACCEPTED
                    201, ACCEPTED
                    204, ACCEPTED
                    301, RETRY
                    302, RETRY
                    307, RETRY
                    400, REJECT
                    401, HALT
                    402, HALT
                    403, HALT
                    404, HALT
                    405, HALT
                    406, HALT
                    407, HALT
                    408, RETRY
                    409, HALT
                    411, HALT
                    413, SPLIT
                    414, HALT
                    415, HALT
                    422, HALT
                    429, RETRY
                    499, HALT
                    500, RETRY
                    502, RETRY
                    503, RETRY
                    504, RETRY
                    599, RETRY
                    100, RETRY
                    0,   RETRY
                    """)
    void aStatusMeans(int status, Kind kind) {
        assertThat(Verdict.of(status, "").kind()).isEqualTo(kind);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                row("a refused connection", new ConnectException("refused"), Kind.RETRY),
                row("a timeout", new SocketTimeoutException("Read timed out"), Kind.RETRY),
                row("an unknown host", new UnknownHostException("openway.example"), Kind.RETRY),
                row("a cut", new IOException("Connection reset"), Kind.RETRY),
                row("an open circuit", new UntriedException("open"), Kind.RETRY),
                row("anything else", new IllegalStateException("odd"), Kind.RETRY),
                row("a refusal", refusal(403), Kind.HALT),
                row("one below others", new RuntimeException(refusal(413)), Kind.SPLIT));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureMeans(Throwable failure, Kind kind) {
        assertThat(Verdict.of(failure).kind()).isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0} on {1} points is {2}")
    @CsvSource(
            textBlock =
                    """
                    SPLIT,  1000, SPLIT
                    SPLIT,  2,    SPLIT
                    SPLIT,  1,    REJECT
                    REJECT, 1000, SPLIT
                    REJECT, 2,    SPLIT
                    REJECT, 1,    REJECT
                    RETRY,  1,    RETRY
                    HALT,   1000, HALT
                    """)
    void onABatchOfSoManyPointsItIs(Kind kind, int points, Kind then) {
        assertThat(new Verdict(kind, "why").on(points)).isEqualTo(new Verdict(then, "why"));
    }

    @Test
    void aHaltTellsTheReceiversWordsAndTheRemedy() {
        String body = "{\"error_code\":\"kodo.tokenNotFound\",\"message\":\"no such workspace\"}";

        assertThat(Verdict.of(403, body).reason())
                .isEqualTo(
                        "Guance answered 403 kodo.tokenNotFound (no such workspace); check"
                                + " guance.token, and the workspace's quota");
    }

    @Test
    void ofWhatMayEchoThePointsOnlyTheReasonIsKept() {
        String body =
                "{\"error_code\":\"datakit.invalidLinePoint\","
                        + "\"message\":\"no fields at line 3: aws_gateway,name=a x=1 1\"}";

        assertThat(Verdict.of(400, body).reason())
                .isEqualTo(
                        "Guance answered 400 datakit.invalidLinePoint (no fields at line 3): it"
                                + " refuses a point of the batch");
    }

    private static RefusedException refusal(int status) {
        return new RefusedException(Verdict.of(status, ""), null);
    }

    private static Arguments row(String name, Throwable failure, Kind kind) {
        return Arguments.of(Named.of(name, failure), kind);
    }
}
