package guance.awsgateway.standin;

import java.util.Map;
import java.util.function.Function;

/**
 * A request that its service has understood.
 *
 * @param name as in the service model
 * @param parameters what a test may want to see, as text; of a list its size
 * @param action as IAM names it
 * @param resource its ARN, where AWS says it in a refusal; else empty
 */
record AwsOperation(
        String name,
        Map<String, String> parameters,
        String action,
        String resource,
        Function<AwsContext, AwsAnswer> answer) {}
