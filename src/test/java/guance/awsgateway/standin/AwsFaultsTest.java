package guance.awsgateway.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsFaultsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private final AwsStandin aws = new AwsStandin(World.demo(), Clock.fixed(NOON, ZoneOffset.UTC));
    private final AwsClients shop = AwsClients.of(aws, "shop", "eu-west-1");

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void aThrottleIsOneToTheSdk() {
        aws.faults().add(AwsFault.throttle(AwsFault.ANY).in("eu-west-1"));

        AwsServiceException metrics = failure(() -> shop.cloudWatch().listMetrics());
        AwsServiceException rest = failure(() -> shop.rest().getRestApis());
        AwsServiceException v2 = failure(() -> shop.v2().getApis(r -> {}));

        assertThat(metrics.isThrottlingException()).isTrue();
        assertThat(metrics.awsErrorDetails().errorCode()).isEqualTo("Throttling");
        assertThat(rest.isThrottlingException()).isTrue();
        assertThat(v2.isThrottlingException()).isTrue();
        assertThat(v2.statusCode()).isEqualTo(429);
        assertThat(AwsClients.of(aws, "shop", "us-east-1").cloudWatch().listMetrics().metrics())
                .isNotEmpty();
    }

    @Test
    void aDenialNamesUserAndAction() {
        aws.faults().add(AwsFault.deny("ListMetrics").of("shop"));
        aws.faults().add(AwsFault.deny("GetRestApis"));

        AwsServiceException metrics = failure(() -> shop.cloudWatch().listMetrics());
        AwsServiceException rest = failure(() -> shop.rest().getRestApis());

        assertThat(metrics.statusCode()).isEqualTo(403);
        assertThat(metrics.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
        assertThat(metrics.awsErrorDetails().errorMessage())
                .startsWith(
                        "User: arn:aws:iam::111122223333:user/collector is not authorized to"
                                + " perform: cloudwatch:ListMetrics ");
        assertThat(rest.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
        assertThat(rest.awsErrorDetails().errorMessage())
                .contains("apigateway:GET on resource: arn:aws:apigateway:eu-west-1::/restapis");
    }

    @Test
    void aCountedFaultPasses() {
        aws.faults().add(AwsFault.internal("ListMetrics").times(1));

        assertThat(failure(() -> shop.cloudWatch().listMetrics()).statusCode()).isEqualTo(500);
        assertThat(shop.cloudWatch().listMetrics().metrics()).isNotEmpty();
        assertThat(aws.calls().of("ListMetrics"))
                .extracting(AwsCall::status)
                .containsExactly(500, 200);
    }

    @Test
    void aCutConnectionIsNoAnswer() {
        aws.faults().add(AwsFault.cut("GetMetricData"));
        aws.faults().add(AwsFault.cut("GetApis"));

        assertThatThrownBy(() -> shop.v2().getApis(r -> {})).isInstanceOf(SdkClientException.class);
        assertThat(aws.calls().of("GetApis")).extracting(AwsCall::status).containsExactly(0);
    }

    @Test
    void whatHangsIsCutWhenTheFaultIsRemoved() {
        AwsFault fault = aws.faults().add(AwsFault.hang("ListMetrics"));
        CompletableFuture<Object> call =
                CompletableFuture.supplyAsync(() -> shop.cloudWatch().listMetrics());
        Awaitility.await().until(() -> aws.faults().waiting() == 1);

        assertThat(call).isNotDone();
        aws.faults().remove(fault);

        assertThatThrownBy(call::join).hasCauseInstanceOf(SdkClientException.class);
        assertThat(aws.faults().waiting()).isZero();
    }

    @Test
    void whatIsSlowAnswersInTheEnd() {
        aws.faults().add(AwsFault.slow("ListMetrics", Duration.ofMillis(50)));
        long start = System.nanoTime();

        shop.cloudWatch().listMetrics();

        assertThat(System.nanoTime() - start).isGreaterThan(50_000_000L);
    }

    private static AwsServiceException failure(Runnable call) {
        return catchThrowableOfType(AwsServiceException.class, call::run);
    }
}
