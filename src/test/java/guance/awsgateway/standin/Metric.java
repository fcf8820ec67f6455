package guance.awsgateway.standin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A series of CloudWatch.
 *
 * @param dimensions in the order in which AWS names them, which equality ignores
 */
public record Metric(String namespace, String name, Map<String, String> dimensions) {

    public static final String API_GATEWAY = "AWS/ApiGateway";

    public Metric {
        dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
    }
}
