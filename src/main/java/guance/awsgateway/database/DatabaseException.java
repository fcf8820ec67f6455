package guance.awsgateway.database;

import java.sql.SQLException;

/** The database does not do what it was asked; what was to be remembered may not be. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseException(Throwable cause) {
        super(
                "the database of state.jdbc.url "
                        + text(state(cause), LostConnection.is(cause))
                                .formatted(Reason.of(cause), state(cause)),
                cause);
    }

    private static String text(String state, boolean lost) {
        return switch (state) {
            case "25006" ->
                    "only reads: %s; name its primary in the URL, or add targetServerType=primary";
            case "28000", "28P01" ->
                    "lets nobody in: %s; mend state.jdbc.user and state.jdbc.password-file, or its pg_hba.conf";
            case "42P01" ->
                    "lacks a table: %s; make it by psql -d <database> -f deploy/cluster.sql";
            case "42501" ->
                    "refuses: %s; grant that to state.jdbc.user, as the owner of what deploy/cluster.sql makes has it";
            case "53100" -> "is full: %s; make room there";
            default ->
                    lost || state.isEmpty()
                            ? "does not answer: %s; it goes on by itself once it does"
                            : "refuses: %s (SQLSTATE %s of PostgreSQL's appendix A); it goes on by itself once it does not";
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
