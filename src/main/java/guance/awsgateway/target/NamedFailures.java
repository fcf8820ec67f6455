package guance.awsgateway.target;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Adds the operation to every failure, for callers and for components in YAML alike.
 *
 * <p>The exception stays the same: the SDK refuses one of another class.
 */
final class NamedFailures implements ExecutionInterceptor {

    @Override
    public Throwable modifyException(
            Context.FailedExecution failure, ExecutionAttributes attributes) {
        Throwable exception = failure.exception();
        exception.addSuppressed(
                new FailedCall(
                        attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
                        attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
        return exception;
    }
}
