package guance.awsgateway.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

class StsStandinTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String ROLE = "arn:aws:iam::444455556666:role/collector";
    private final AwsStandin aws = new AwsStandin(World.demo(), Clock.fixed(NOON, ZoneOffset.UTC));
    private final AwsClients shop = AwsClients.of(aws, "shop", "eu-west-1");

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void anAssumedRoleSeesItsOwnAccount() {
        Credentials given =
                shop.sts()
                        .assumeRole(
                                r ->
                                        r.roleArn(ROLE)
                                                .roleSessionName("test")
                                                .externalId("guance")
                                                .durationSeconds(900))
                        .credentials();

        AwsClients ops = session(given, given.sessionToken());

        assertThat(given.expiration()).isEqualTo(NOON.plusSeconds(900));
        assertThat(ops.v2().getApis(r -> {}).items())
                .extracting(api -> api.apiId())
                .contains("c72z3thtq8");
        assertThat(ops.sts().getCallerIdentity().arn())
                .isEqualTo("arn:aws:sts::444455556666:assumed-role/collector/test");
        assertThat(aws.calls().count("GetApis", "ops", "cn-northwest-1")).isEqualTo(1);
        refused(() -> session(given, "other").sts().getCallerIdentity(), "InvalidClientTokenId");
    }

    @Test
    void aWrongExternalIdIsRefused() {
        StsClient sts = shop.sts();

        refused(
                () -> sts.assumeRole(r -> r.roleArn(ROLE).roleSessionName("a").externalId("no")),
                "AccessDenied");
    }

    @Test
    void temporaryKeysExpire() {
        Credentials given =
                shop.sts()
                        .assumeRole(
                                r ->
                                        r.roleArn(aws.world().account("shop").roleArn("aws"))
                                                .roleSessionName("test")
                                                .durationSeconds(0))
                        .credentials();
        AwsClients late = session(given, given.sessionToken());

        refused(() -> late.sts().getCallerIdentity(), "ExpiredToken");
        refused(() -> late.cloudWatch().listMetrics(), "ExpiredToken");
        refused(() -> late.v2().getApis(r -> {}), "ExpiredTokenException");
    }

    @Test
    void anUnknownKeyIsRefused() {
        AwsClients nobody =
                new AwsClients(
                        aws.endpoint(), "eu-west-1", AwsBasicCredentials.create("AKIANOBODY", "x"));

        refused(() -> nobody.sts().getCallerIdentity(), "InvalidClientTokenId");
        refused(() -> nobody.cloudWatch().listMetrics(), "InvalidClientTokenId");
        refused(() -> nobody.rest().getRestApis(), "UnrecognizedClientException");
        assertThat(aws.calls().all()).allMatch(call -> call.status() == 403);
    }

    private AwsClients session(Credentials given, String token) {
        return new AwsClients(
                aws.endpoint(),
                "cn-northwest-1",
                AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), token));
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }
}
