package guance.awsgateway.target;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;

/** How long a call of AWS may take, and how often it is tried. */
final class CallPolicy {

    static final Duration CALL = Duration.ofSeconds(60);
    private static final Duration ATTEMPT = Duration.ofSeconds(15);

    private CallPolicy() {}

    /**
     * Three attempts of 15 s within 60 s, unless AWS_RETRY_MODE says otherwise: the SDK's own
     * default, LEGACY, keeps a hanging region for minutes.
     */
    static ClientOverrideConfiguration standard(ExecutionInterceptor... interceptors) {
        ClientOverrideConfiguration.Builder policy =
                ClientOverrideConfiguration.builder()
                        .apiCallTimeout(CALL)
                        .apiCallAttemptTimeout(ATTEMPT)
                        .retryStrategy(
                                RetryMode.resolver()
                                        .defaultRetryMode(RetryMode.STANDARD)
                                        .resolve());
        for (ExecutionInterceptor interceptor : interceptors) {
            policy.addExecutionInterceptor(interceptor);
        }
        return policy.addExecutionInterceptor(new NamedFailures()).build();
    }
}
