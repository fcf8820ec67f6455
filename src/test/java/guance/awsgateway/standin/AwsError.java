package guance.awsgateway.standin;

/** An answer that says no; each service writes it in its own protocol. */
final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1;

    final int status;
    final String shape;
    final String code;

    /**
     * @param shape the error's name in the service model (JSON, CBOR)
     * @param code the error's name in the old query protocol (XML, and x-amzn-query-error)
     */
    AwsError(int status, String shape, String code, String message) {
        super(message);
        this.status = status;
        this.shape = shape;
        this.code = code;
    }

    static AwsError invalid(String message) {
        return new AwsError(400, "ValidationError", "ValidationError", message);
    }
}
