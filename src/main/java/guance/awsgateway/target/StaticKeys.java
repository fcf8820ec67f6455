package guance.awsgateway.target;

import guance.awsgateway.settings.AccountSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys in the environment that hide the role of the pod: the SDK's chain asks the environment
 * first, then for a web identity, then the container. Source: {@code DefaultCredentialsProvider}.
 */
public final class StaticKeys {

    /** What IRSA, and EKS Pod Identity or ECS, put into a pod. */
    private static final List<String> ROLES =
            List.of(
                    "AWS_WEB_IDENTITY_TOKEN_FILE",
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");

    private StaticKeys() {}

    /**
     * @param accounts one with a profile does not ask the chain
     * @return which hides which, and what to do; no value of a variable
     */
    public static Optional<String> hiding(
            Map<String, String> environment, List<AccountSettings> accounts) {
        if (!isSet(environment, "AWS_ACCESS_KEY_ID")
                || !isSet(environment, "AWS_SECRET_ACCESS_KEY")
                || accounts.stream().allMatch(account -> account.profile().isPresent())) {
            return Optional.empty();
        }
        return ROLES.stream()
                .filter(name -> isSet(environment, name))
                .findFirst()
                .map(
                        name ->
                                "environment AWS_ACCESS_KEY_ID hides the role of %s, as keys win;"
                                                .formatted(name)
                                        + " unset AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to"
                                        + " use the role");
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
