package guance.awsgateway.target;

import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * Who AWS takes the collector for at a target; needs no permission.
 *
 * @param account twelve digits
 * @param arn of the user, or of the session of the role
 */
public record CallerIdentity(String account, String arn) {

    /** Asks the STS of the target's own region, by credentials such as its clients have. */
    public static CallerIdentity of(Target target, AwsClients aws) {
        try (StsClient sts =
                StsClient.builder()
                        .region(Region.of(target.region()))
                        .credentialsProvider(new Credentials(aws.wire()).of(target))
                        .httpClient(aws.wire())
                        .overrideConfiguration(CallPolicy.standard())
                        .build()) {
            GetCallerIdentityResponse caller = sts.getCallerIdentity();
            return new CallerIdentity(caller.account(), caller.arn());
        }
    }
}
