package guance.awsgateway.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.retries.api.RetryStrategy;

class CallPolicyTest {

    @Test
    void aCallEndsWithinAMinuteWhateverHangs() {
        ClientOverrideConfiguration policy = CallPolicy.standard();

        assertThat(policy.apiCallTimeout()).contains(Duration.ofSeconds(60));
        assertThat(policy.apiCallAttemptTimeout()).contains(Duration.ofSeconds(15));
        assertThat(
                        policy.retryMode()
                                .map(Enum::name)
                                .or(
                                        () ->
                                                policy.retryStrategy()
                                                        .map(RetryStrategy::getClass)
                                                        .map(Class::getSimpleName)))
                .hasValueSatisfying(mode -> assertThat(mode).containsIgnoringCase("standard"));
    }

    @Test
    void everyFailureIsNamedLast() {
        assertThat(CallPolicy.standard(new RecentlyActive()).executionInterceptors())
                .hasExactlyElementsOfTypes(RecentlyActive.class, NamedFailures.class);
    }
}
