package guance.awsgateway.operations.page;

/** A request is not let in, or asks for what there is not; the message is for who sent it. */
final class RefusedRequestException extends Exception {

    private final int status;

    RefusedRequestException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
