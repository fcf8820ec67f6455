package guance.awsgateway.target;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.apigateway.model.ApiGatewayRequest;
import software.amazon.awssdk.services.apigatewayv2.model.ApiGatewayV2Request;

/** Counts the calls of every target, until somebody takes the count. */
public final class CallTally {

    private final Map<String, Map<Service, Counts>> targets = new HashMap<>();

    /** Of AWS. */
    public enum Service {
        API_GATEWAY,
        CLOUDWATCH;

        static Service of(SdkRequest request) {
            return request instanceof ApiGatewayRequest || request instanceof ApiGatewayV2Request
                    ? API_GATEWAY
                    : CLOUDWATCH;
        }
    }

    /**
     * What was counted.
     *
     * @param calls that AWS answered with a result, by operation; of API Gateway alone, as a route
     *     counts those of CloudWatch
     * @param throttles attempts that AWS throttled
     */
    public record Taken(SortedMap<String, Integer> calls, int throttles) {}

    private static final class Counts {
        private final SortedMap<String, Integer> calls = new TreeMap<>();
        private int throttles;
    }

    synchronized void answered(String targetId, Service service, String operation) {
        if (service == Service.API_GATEWAY) {
            counts(targetId, service).calls.merge(operation, 1, Integer::sum);
        }
    }

    synchronized void throttled(String targetId, Service service) {
        counts(targetId, service).throttles++;
    }

    private Counts counts(String targetId, Service service) {
        return targets.computeIfAbsent(targetId, id -> new EnumMap<>(Service.class))
                .computeIfAbsent(service, each -> new Counts());
    }

    /** Counts anew from here on, for the services that are chosen. */
    public synchronized Taken take(String targetId, Predicate<Service> chosen) {
        SortedMap<String, Integer> calls = new TreeMap<>();
        int throttles = 0;
        Map<Service, Counts> counts = targets.getOrDefault(targetId, new EnumMap<>(Service.class));
        for (Service service : Service.values()) {
            Counts taken = chosen.test(service) ? counts.remove(service) : null;
            if (taken != null) {
                calls.putAll(taken.calls);
                throttles += taken.throttles;
            }
        }
        return new Taken(calls, throttles);
    }
}
