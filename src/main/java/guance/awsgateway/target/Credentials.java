package guance.awsgateway.target;

import guance.awsgateway.settings.AccountSettings;
import guance.awsgateway.settings.RoleSettings;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/** The credentials of a target: the SDK's default chain, and the account's role on top of it. */
final class Credentials {

    private static final int SESSION_SECONDS = 3600;

    private final SdkHttpClient http;

    Credentials(SdkHttpClient http) {
        this.http = http;
    }

    /** Asks nobody yet: credentials are looked up, and sessions renewed, when a call needs them. */
    AwsCredentialsProvider of(Target target) {
        AwsCredentialsProvider base = base(target.account());
        return target.account().role().map(role -> assumed(role, base, target)).orElse(base);
    }

    /** A profile that is named counts alone: the chain would prefer keys in the environment. */
    private static AwsCredentialsProvider base(AccountSettings account) {
        return account.profile()
                .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    /** By the STS of the target's own region: the global one knows neither China nor GovCloud. */
    private AwsCredentialsProvider assumed(
            RoleSettings role, AwsCredentialsProvider base, Target target) {
        StsClient sts =
                StsClient.builder()
                        .region(Region.of(target.region()))
                        .credentialsProvider(base)
                        .httpClient(http)
                        .overrideConfiguration(CallPolicy.standard())
                        .build();
        AssumeRoleRequest request =
                AssumeRoleRequest.builder()
                        .roleArn(role.arn())
                        .roleSessionName(role.sessionName())
                        .externalId(role.externalId().orElse(null))
                        .durationSeconds(SESSION_SECONDS)
                        .build();
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request)
                .build();
    }
}
