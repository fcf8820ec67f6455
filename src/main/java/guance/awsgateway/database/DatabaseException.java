package guance.awsgateway.database;

/** The database does not do what it was asked; what was to be remembered may not be. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseException(Throwable cause) {
        super(
                "the database of state.jdbc.url does not answer: %s; it goes on by itself once it does"
                        .formatted(Reason.of(cause)),
                cause);
    }
}
