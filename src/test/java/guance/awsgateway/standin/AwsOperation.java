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
 * @param datapoints that count against a quota
 */
record AwsOperation(
        String name,
        Map<String, String> parameters,
        String action,
        String resource,
        long datapoints,
        Function<AwsContext, AwsAnswer> answer) {

    AwsOperation(
            String name,
            Map<String, String> parameters,
            String action,
            String resource,
            Function<AwsContext, AwsAnswer> answer) {
        this(name, parameters, action, resource, 0, answer);
    }
}
