package guance.awsgateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

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

class GuanceAdviceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    400 | Guance answered 400 dataway.invalid: it refuses a point of the batch
                    401 | Guance answered 401 dataway.invalid; check guance.token, and the workspace's quota
                    403 | Guance answered 403 dataway.invalid; check guance.token, and the workspace's quota
                    404 | Guance answered 404 dataway.invalid; check guance.url and guance.receiver
                    405 | Guance answered 405 dataway.invalid; check guance.url and guance.receiver
                    406 | Guance answered 406 dataway.invalid; check the sink rules of Dataway
                    408 | Guance answered 408 dataway.invalid: it asks to send less
                    413 | Guance answered 413 dataway.invalid: a batch is too large for it
                    429 | Guance answered 429 dataway.invalid: it asks to send less
                    302 | Guance answered 302 dataway.invalid
                    500 | Guance answered 500 dataway.invalid: it is in trouble itself
                    503 | Guance answered 503 dataway.invalid: it is in trouble itself
                    """)
    void anAnswerIsOneSentenceWithItsCode(int status, String sentence) {
        Throwable failure = answer(status, "{\"error_code\" : \"dataway.invalid\"}");

        assertThat(GuanceAdvice.sentence(new RuntimeException("a route's", failure)))
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"error_code":"x","message":"line: aws_gateway,name=a secret=1 tkn_0123"}
                    aws_gateway,name=a secret=1 tkn_0123
                    {"error_code":"aws_gateway,name=a secret tkn_0123"}
                    """)
    void neitherTheEchoOfThePointsNorTheTokenIsTold(String body) {
        String sentence = GuanceAdvice.sentence(answer(400, body));

        assertThat(sentence).doesNotContain("secret", "tkn_", "aws_gateway", "guance.example");
    }

    @Test
    void anAnswerWithoutABodyIsTold() {
        assertThat(GuanceAdvice.sentence(answer(500, null)))
                .isEqualTo("Guance answered 500: it is in trouble itself");
    }

    static Stream<Arguments> withoutAnswer() {
        return Stream.of(
                row(
                        "unknown host",
                        new UnknownHostException("openway.example"),
                        "no such host openway.example; check guance.url"),
                row(
                        "timeout",
                        new SocketTimeoutException("Read timed out"),
                        "Guance did not answer in time; check the network"),
                row(
                        "refused",
                        new ConnectException("Connection refused"),
                        "Guance cannot be reached; check guance.url and the network"),
                row(
                        "anything else",
                        new IllegalStateException("two\n lines"),
                        "java.lang.IllegalStateException: two lines"));
    }

    @ParameterizedTest
    @MethodSource("withoutAnswer")
    void noAnswerIsOneSentenceToo(Throwable failure, String sentence) {
        assertThat(GuanceAdvice.sentence(failure)).isEqualTo(sentence);
    }

    private static Arguments row(String name, Throwable failure, String sentence) {
        return Arguments.of(Named.of(name, failure), sentence);
    }

    private static Exception answer(int status, String body) {
        return new RefusedException(Verdict.of(status, body), null);
    }
}
