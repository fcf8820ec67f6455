package guance.awsgateway.delivery;

/** Nothing is read, as it could be neither sent nor parked; the message says so. */
public final class NoOutletException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    NoOutletException(String message) {
        super(message);
    }
}
