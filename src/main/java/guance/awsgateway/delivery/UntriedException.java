package guance.awsgateway.delivery;

/** A batch is parked without being sent; the message says why. */
final class UntriedException extends Exception {

    private static final long serialVersionUID = 1;

    UntriedException(String message) {
        super(message);
    }
}
