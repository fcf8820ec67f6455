package guance.awsgateway.database;

import java.sql.SQLException;

/** The database does not do what it was asked; what was to be remembered may not be. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseException(Throwable cause) {
        super(text(cause), cause);
    }

    private static String text(Throwable cause) {
        String reason = Reason.of(cause);
        return switch (state(cause)) {
            case "25006" ->
                    "the database of state.jdbc.url only reads: %s; name its primary in the URL, or add targetServerType=primary"
                            .formatted(reason);
            case "42P01" ->
                    "the database of state.jdbc.url lacks a table: %s; make it by psql -d <database> -f deploy/cluster.sql"
                            .formatted(reason);
            case "42501" ->
                    "the database of state.jdbc.url refuses: %s; grant that to state.jdbc.user, as the owner of what deploy/cluster.sql makes has it"
                            .formatted(reason);
            case "53100" ->
                    "the database of state.jdbc.url is full: %s; make room there".formatted(reason);
            default ->
                    "the database of state.jdbc.url does not answer: %s; it goes on by itself once it does"
                            .formatted(reason);
        };
    }

    /** Of the innermost that has one. Source: PostgreSQL's appendix on error codes. */
    private static String state(Throwable cause) {
        String state = "";
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        return state;
    }
}
