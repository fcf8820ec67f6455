package guance.awsgateway.target;

/**
 * Which call failed: rides among the suppressed of the SDK's exception, which does not say it
 * itself.
 */
final class FailedCall extends Exception {

    private final String operation;

    /**
     * @param service the SDK's id, such as {@code CloudWatch}
     * @param operation its name in the service model, such as {@code ListMetrics}
     */
    FailedCall(String service, String operation) {
        super(service + " " + operation, null, false, false);
        this.operation = operation;
    }

    String operation() {
        return operation;
    }
}
