package guance.awsgateway.target;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Whether an answer is a throttle, by its status and headers: attempts show no more. */
final class Throttles {

    private static final int TOO_MANY_REQUESTS = 429;

    /** Source: the error codes that the SDK itself takes for throttles, in AwsErrorCode. */
    private static final Pattern CODE =
            Pattern.compile("Throttl|TooManyRequests|RequestLimitExceeded|SlowDown");

    private Throttles() {}

    static boolean isOne(SdkHttpResponse answer) {
        return answer.statusCode() == TOO_MANY_REQUESTS
                || Stream.of("x-amzn-query-error", "x-amzn-errortype")
                        .flatMap(header -> answer.firstMatchingHeader(header).stream())
                        .anyMatch(code -> CODE.matcher(code).find());
    }
}
