package guance.awsgateway.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;

/** What is told of a failure, and whether asking on makes sense. */
class AwsAdviceTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                row(
                        "AccessDenied",
                        "ListMetrics is denied; allow cloudwatch:ListMetrics (README, IAM policy)",
                        true),
                row(
                        "AccessDeniedException",
                        "ListMetrics is denied; allow cloudwatch:ListMetrics (README, IAM policy)",
                        true),
                row(
                        "ExpiredToken",
                        "ListMetrics was refused, the credentials have expired; renew them",
                        true),
                row(
                        "ExpiredTokenException",
                        "ListMetrics was refused, the credentials have expired; renew them",
                        true),
                row("InvalidClientTokenId", UNKNOWN, true),
                row("UnrecognizedClientException", UNKNOWN, true),
                row("SignatureDoesNotMatch", UNKNOWN, true),
                row("OptInRequired", UNKNOWN, true),
                row(
                        "Throttling",
                        "ListMetrics is throttled; something else uses the quota of this account too",
                        false),
                row(
                        "InternalServiceError",
                        "ListMetrics failed: as AWS says it (Service: null, Status Code: 400, Request ID: null)",
                        false),
                row(
                        "no details at all",
                        CloudWatchException.builder().message("a\n b").build(),
                        "ListMetrics failed: a b",
                        false),
                row(
                        "call timeout",
                        ApiCallTimeoutException.builder().message("60 s").build(),
                        TIMEOUT,
                        false),
                row(
                        "attempt timeout",
                        ApiCallAttemptTimeoutException.builder().message("15 s").build(),
                        TIMEOUT,
                        false),
                row(
                        "unknown host",
                        SdkClientException.create(
                                "Unable to execute HTTP request",
                                new UnknownHostException("monitoring.eu-west-9.amazonaws.com")),
                        "ListMetrics: no such host monitoring.eu-west-9.amazonaws.com; check the region's id and the name service",
                        false),
                row(
                        "no such profile",
                        SdkClientException.create(
                                "Profile file contained no credentials for profile 'shop':"
                                        + " ProfileFile(sections=[Profile(name=ops)])"),
                        "no credentials in profile 'shop'; name one of the shared AWS configuration in collector.accounts[N].profile",
                        true),
                row(
                        "no credentials",
                        SdkClientException.create(
                                "Unable to load credentials from any of the providers in the chain"),
                        "no AWS credentials found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile or a role (README, Run it for real)",
                        true),
                row(
                        "another client failure",
                        SdkClientException.create("Connection\nreset"),
                        "ListMetrics failed: Connection reset",
                        false));
    }

    private static final String UNKNOWN =
            "ListMetrics was refused, AWS does not know the credentials here; check key, profile"
                    + " and partition, and that the account has enabled the region";
    private static final String TIMEOUT =
            "ListMetrics did not answer in time; check region, network and proxy";

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsOneSentence(Throwable failure, String sentence, boolean hopeless) {
        failure.addSuppressed(new FailedCall("CloudWatch", "ListMetrics"));
        Throwable caught = new RuntimeException("a route's", new IllegalStateException(failure));

        assertThat(AwsAdvice.sentence(caught)).isEqualTo(sentence);
        assertThat(AwsAdvice.isHopeless(caught)).isEqualTo(hopeless);
    }

    @Test
    void aDenialNamesTheActionAsIamDoes() {
        List<String> operations =
                List.of("GetRestApis", "GetApis", "GetStages", "AssumeRole", "GetMetricData");

        List<String> sentences =
                operations.stream().map(AwsAdviceTest::denied).map(AwsAdvice::sentence).toList();

        assertThat(sentences)
                .containsExactly(
                        "GetRestApis is denied; allow apigateway:GET on /restapis (README, IAM policy)",
                        "GetApis is denied; allow apigateway:GET on /apis (README, IAM policy)",
                        "GetStages is denied; allow apigateway:GET on /restapis/*/stages and /apis/*/stages (README, IAM policy)",
                        "AssumeRole is denied; allow sts:AssumeRole (README, IAM policy)",
                        "GetMetricData is denied; allow cloudwatch:GetMetricData (README, IAM policy)");
    }

    @Test
    void aDenialOfAnUnknownCallNamesNoAction() {
        assertThat(AwsAdvice.sentence(answer("AccessDenied")))
                .isEqualTo("the call is denied; allow it (README, IAM policy)");
    }

    @Test
    void theCallThatFailedFirstIsTold() {
        Throwable same = denied("AssumeRole");
        same.addSuppressed(new FailedCall("CloudWatch", "ListMetrics"));
        Throwable wrapped = SdkClientException.create("no credentials", denied("AssumeRole"));
        wrapped.addSuppressed(new FailedCall("CloudWatch", "ListMetrics"));

        assertThat(AwsAdvice.sentence(same)).contains("sts:AssumeRole");
        assertThat(AwsAdvice.sentence(wrapped)).contains("sts:AssumeRole");
    }

    @Test
    void aFailureOfOurOwnIsToldAsItIs() {
        assertThat(AwsAdvice.sentence(new IllegalStateException("no\tgood")))
                .isEqualTo("java.lang.IllegalStateException: no good");
        assertThat(AwsAdvice.isHopeless(new IllegalStateException("no good"))).isFalse();
    }

    private static Throwable denied(String operation) {
        Throwable failure = answer("AccessDenied");
        failure.addSuppressed(new FailedCall("any", operation));
        return failure;
    }

    private static Throwable answer(String code) {
        return CloudWatchException.builder()
                .statusCode(400)
                .awsErrorDetails(
                        AwsErrorDetails.builder()
                                .errorCode(code)
                                .errorMessage("as AWS says it")
                                .build())
                .build();
    }

    private static Arguments row(String code, String sentence, boolean hopeless) {
        return row(code, answer(code), sentence, hopeless);
    }

    private static Arguments row(
            String name, Throwable failure, String sentence, boolean hopeless) {
        return Arguments.of(Named.of(name, failure), sentence, hopeless);
    }
}
