package guance.awsgateway.target;

import guance.awsgateway.target.CallTally.Service;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Takes each call from its quotas before the SDK starts its time-outs, in the thread that calls.
 * Attempts after the first run within these time-outs, so they are charged to the calls after them
 * instead of waiting.
 */
final class LimitedCalls implements ExecutionInterceptor {

    private static final ExecutionAttribute<Call> CALL =
            new ExecutionAttribute<>("guance.awsgateway.Call");

    private final Quotas quotas;
    private final Target target;
    private final AwsTime time;

    /** A call under way, known to the thread that makes it. */
    private static final class Call {
        private final List<Cost> costs;
        private final Service service;
        private int attempts;
        private boolean throttled;

        Call(List<Cost> costs, Service service) {
            this.costs = costs;
            this.service = service;
        }
    }

    LimitedCalls(Quotas quotas, Target target, AwsTime time) {
        this.quotas = quotas;
        this.target = target;
        this.time = time;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        List<Cost> costs = Cost.of(context.request(), time.now(target.id()));
        try {
            for (Cost cost : costs) {
                quotas.limit(target, cost.quota()).take(cost.amount());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("stopped while it waited for its turn", e);
        }
        attributes.putAttribute(CALL, new Call(costs, Service.of(context.request())));
    }

    @Override
    public void beforeTransmission(
            Context.BeforeTransmission context, ExecutionAttributes attributes) {
        Call call = attributes.getAttribute(CALL);
        if (call.attempts++ > 0) {
            call.costs.forEach(cost -> quotas.limit(target, cost.quota()).charge(cost.amount()));
        }
    }

    @Override
    public void afterTransmission(
            Context.AfterTransmission context, ExecutionAttributes attributes) {
        if (Throttles.isOne(context.httpResponse())) {
            throttled(attributes);
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        Service service = attributes.getAttribute(CALL).service;
        quotas.calls().answered(target.id(), service, operation(attributes));
    }

    /** For a throttle that the headers did not tell. */
    @Override
    public void onExecutionFailure(
            Context.FailedExecution context, ExecutionAttributes attributes) {
        Call call = attributes.getAttribute(CALL);
        if (call != null
                && !call.throttled
                && context.exception() instanceof AwsServiceException answer
                && answer.isThrottlingException()) {
            throttled(attributes);
        }
    }

    private void throttled(ExecutionAttributes attributes) {
        Call call = attributes.getAttribute(CALL);
        call.throttled = true;
        if (call.costs.isEmpty()) {
            // The heartbeat's, which is of no run and tells its failures itself.
            return;
        }
        boolean first = false;
        for (Cost cost : call.costs) {
            first |= quotas.limit(target, cost.quota()).throttled();
        }
        quotas.throttled(target, call.service, operation(attributes), first);
    }

    private static String operation(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }
}
