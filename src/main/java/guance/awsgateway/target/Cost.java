package guance.awsgateway.target;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.apigateway.model.ApiGatewayRequest;
import software.amazon.awssdk.services.apigatewayv2.model.ApiGatewayV2Request;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/**
 * What a call takes of a quota.
 *
 * @param amount calls or datapoints, at least 1
 */
record Cost(Quota quota, long amount) {

    /** Source: "CloudWatch service quotas", GetMetricData. */
    private static final Duration RECENT = Duration.ofHours(3);

    private static final int DEFAULT_PERIOD_SECONDS = 60;

    /** In the order to take them in; empty for an operation that is not limited. */
    static List<Cost> of(SdkRequest request, Instant now) {
        if (request instanceof ApiGatewayRequest || request instanceof ApiGatewayV2Request) {
            return List.of(new Cost(Quota.CONTROL_PLANE, 1));
        }
        if (request instanceof ListMetricsRequest) {
            return List.of(new Cost(Quota.LIST_METRICS, 1));
        }
        return request instanceof GetMetricDataRequest data ? of(data, now) : List.of();
    }

    /**
     * A page after the first is a call, but its datapoints are paid for: the first page pays for
     * the whole range of the request, of which the pages are the parts.
     */
    private static List<Cost> of(GetMetricDataRequest request, Instant now) {
        Cost call = new Cost(Quota.GET_METRIC_DATA, 1);
        boolean next = request.nextToken() != null && !request.nextToken().isEmpty();
        long datapoints = next ? 0 : datapoints(request);
        return datapoints < 1
                ? List.of(call)
                : List.of(new Cost(kind(request, now), datapoints), call);
    }

    private static Quota kind(GetMetricDataRequest request, Instant now) {
        return request.startTime().isBefore(now.minus(RECENT))
                ? Quota.OLDER_DATAPOINTS
                : Quota.RECENT_DATAPOINTS;
    }

    /** As AWS reckons them: from the range and the periods asked for. */
    private static long datapoints(GetMetricDataRequest request) {
        if (request.startTime() == null || request.endTime() == null) {
            return 0;
        }
        long seconds = Duration.between(request.startTime(), request.endTime()).toSeconds();
        return request.metricDataQueries().stream()
                .mapToLong(query -> -Math.floorDiv(-seconds, period(query)))
                .sum();
    }

    private static int period(MetricDataQuery query) {
        Integer period = query.metricStat() == null ? query.period() : query.metricStat().period();
        return period == null || period < 1 ? DEFAULT_PERIOD_SECONDS : period;
    }
}
