package guance.awsgateway.database;

/** Another node has taken a run over: what this one still knows must not be written. */
public final class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OvertakenException() {
        super("another node took the run over; it goes on there, and nothing is to do");
    }
}
