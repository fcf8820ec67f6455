package guance.awsgateway.standin;

import java.time.Instant;
import java.util.Map;

/**
 * One call, attempts of the SDK each on their own.
 *
 * @param service as in the credential scope: apigateway, monitoring, sts
 * @param operation as in the service model; empty where the request was not understood
 * @param account its name; empty for an unknown key
 * @param parameters of the request, as text; of a list its size
 * @param status 0 while there is none, or where the connection was cut
 */
public record AwsCall(
        String service,
        String operation,
        String account,
        String region,
        String accessKey,
        Map<String, String> parameters,
        int status,
        Instant time) {

    AwsCall answered(int code) {
        return new AwsCall(service, operation, account, region, accessKey, parameters, code, time);
    }
}
