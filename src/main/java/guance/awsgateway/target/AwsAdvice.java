package guance.awsgateway.target;

import guance.awsgateway.trouble.Code;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What a failed call of AWS means and what to do about it, in one sentence. */
public final class AwsAdvice {

    private static final Map<String, String> ACTIONS =
            Map.of(
                    "GetRestApis", "apigateway:GET on /restapis",
                    "GetApis", "apigateway:GET on /apis",
                    "GetStages", "apigateway:GET on /restapis/*/stages and /apis/*/stages",
                    "GetCallerIdentity", "sts:GetCallerIdentity",
                    "AssumeRole", "sts:AssumeRole");

    /** As the SDK says it, behind which it lists the file's profiles. */
    private static final Pattern NO_PROFILE =
            Pattern.compile("contained no credentials for profile ('[^']*')");

    /** By clients that are not ours, as a user's route may have. */
    private static final String UNNAMED = "the call";

    private AwsAdvice() {}

    /**
     * @param failure as a route caught it: the call's failure may lie anywhere among its causes
     * @return one line without secrets
     */
    public static String sentence(Throwable failure) {
        Throwable cause = rootOfCall(failure);
        String operation = operation(failure);
        if (cause instanceof AwsServiceException answer) {
            return ofAnswer(operation, answer);
        }
        if (timedOut(cause)) {
            return operation + " did not answer in time; check region, network and proxy";
        }
        if (cause instanceof SdkClientException client) {
            return ofClient(operation, client);
        }
        return find(failure, OddAnswerException.class)
                .map(Throwable::getMessage)
                .orElseGet(() -> oneLine(String.valueOf(failure)));
    }

    /** Of the same failure, for the table of the README. */
    public static Code code(Throwable failure) {
        Throwable cause = rootOfCall(failure);
        if (cause instanceof AwsServiceException answer) {
            return isDenied(answer)
                    ? Code.AWS_DENIED
                    : isExpired(answer) || isUnknown(answer)
                            ? Code.AWS_CREDENTIALS
                            : answer.isThrottlingException() ? Code.AWS_THROTTLED : Code.AWS_FAILED;
        }
        if (cause instanceof SdkClientException client) {
            return hasNoCredentials(client) ? Code.AWS_CREDENTIALS : Code.AWS_UNREACHABLE;
        }
        return find(failure, OddAnswerException.class)
                .map(odd -> Code.AWS_FAILED)
                .orElse(Code.ROUTE_FAILED);
    }

    /** True where every further call of the target would end the same way: stop asking. */
    public static boolean isHopeless(Throwable failure) {
        Throwable cause = rootOfCall(failure);
        return cause instanceof AwsServiceException answer
                ? isDenied(answer) || isUnknown(answer) || isExpired(answer)
                : cause instanceof SdkClientException client && hasNoCredentials(client);
    }

    /** True where no answer came: a time-out, a cut connection, an unreachable endpoint. */
    public static boolean isUnanswered(Throwable failure) {
        return rootOfCall(failure) instanceof SdkClientException client
                && !hasNoCredentials(client);
    }

    private static boolean hasNoCredentials(SdkClientException failure) {
        return String.valueOf(failure.getMessage()).contains("Unable to load credentials")
                || profileWithout(failure).isPresent();
    }

    private static Optional<String> profileWithout(SdkClientException failure) {
        Matcher told = NO_PROFILE.matcher(String.valueOf(failure.getMessage()));
        return told.find() ? Optional.of(told.group(1)) : Optional.empty();
    }

    /** True where what the call was about does not exist, as after its deletion. */
    public static boolean isNotFound(Throwable failure) {
        return rootOfCall(failure) instanceof AwsServiceException answer
                && code(answer).equals("NotFoundException");
    }

    private static String ofAnswer(String operation, AwsServiceException answer) {
        if (isDenied(answer)) {
            return "%s is denied; allow %s (README, IAM policy)"
                    .formatted(operation, action(operation));
        }
        if (isExpired(answer)) {
            return operation + " was refused, the credentials have expired; renew them";
        }
        if (isUnknown(answer)) {
            return operation
                    + " was refused, AWS does not know the credentials here; check key, profile"
                    + " and partition, and that the account has enabled the region";
        }
        if (answer.isThrottlingException()) {
            return operation + " is throttled; something else uses the quota of this account too";
        }
        return oneLine(operation + " failed: " + answer.getMessage());
    }

    private static String ofClient(String operation, SdkClientException failure) {
        Optional<String> profile = profileWithout(failure);
        if (profile.isPresent()) {
            return "no credentials in profile %s; name one of the shared AWS configuration in"
                            .formatted(profile.get())
                    + " collector.accounts[N].profile";
        }
        if (hasNoCredentials(failure)) {
            return "no AWS credentials found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a"
                    + " profile or a role (README, Run it for real)";
        }
        return find(failure, UnknownHostException.class)
                .map(host -> operation + ": no such host " + host.getMessage())
                .map(text -> text + "; check the region's id and the name service")
                .orElseGet(() -> oneLine(operation + " failed: " + failure.getMessage()));
    }

    private static String action(String operation) {
        return operation.equals(UNNAMED)
                ? "it"
                : ACTIONS.getOrDefault(operation, "cloudwatch:" + operation);
    }

    private static boolean isDenied(AwsServiceException answer) {
        String code = code(answer);
        return code.startsWith("AccessDenied")
                || code.equals("UnauthorizedOperation")
                || code.equals("Forbidden");
    }

    private static boolean isExpired(AwsServiceException answer) {
        return code(answer).startsWith("ExpiredToken") || code(answer).equals("RequestExpired");
    }

    private static boolean isUnknown(AwsServiceException answer) {
        return switch (code(answer)) {
            case "UnrecognizedClientException",
                    "InvalidClientTokenId",
                    "InvalidSignatureException",
                    "SignatureDoesNotMatch",
                    "OptInRequired" ->
                    true;
            default -> false;
        };
    }

    private static String code(AwsServiceException answer) {
        return answer.awsErrorDetails() == null
                ? ""
                : String.valueOf(answer.awsErrorDetails().errorCode());
    }

    private static boolean timedOut(Throwable cause) {
        return cause instanceof ApiCallTimeoutException
                || cause instanceof ApiCallAttemptTimeoutException;
    }

    /** The innermost: a call that needs a role fails by the AssumeRole before it. */
    private static String operation(Throwable failure) {
        String operation = UNNAMED;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            operation = named(t).orElse(operation);
        }
        return operation;
    }

    private static Optional<String> named(Throwable failure) {
        return Stream.of(failure.getSuppressed())
                .filter(FailedCall.class::isInstance)
                .map(call -> ((FailedCall) call).operation())
                .findFirst();
    }

    private static Throwable rootOfCall(Throwable failure) {
        return find(failure, AwsServiceException.class)
                .<Throwable>map(answer -> answer)
                .or(() -> find(failure, SdkClientException.class))
                .orElse(failure);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
        }
        return Optional.empty();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
