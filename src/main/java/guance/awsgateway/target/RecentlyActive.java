package guance.awsgateway.target;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;

/** Asks ListMetrics for the series of the last three hours only, which camel-aws2-cw cannot. */
final class RecentlyActive implements ExecutionInterceptor {

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return context.request() instanceof ListMetricsRequest request
                ? request.toBuilder().recentlyActive("PT3H").build()
                : context.request();
    }
}
