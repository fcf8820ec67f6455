package guance.awsgateway.delivery;

/** Nothing is sent to Guance for a while. */
final class CircuitOpenException extends Exception {

    private static final long serialVersionUID = 1;

    CircuitOpenException(String message) {
        super(message);
    }
}
