package guance.awsgateway.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a failure says that is about the way to the database, and not about what was asked of it.
 */
public final class LostConnection {

    /** Of connections. Source: PostgreSQL, appendix A, error codes. */
    private static final String CONNECTION = "08";

    /** PostgreSQL stops, starts, or has ended what was idle too long in a transaction. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03", "25P03");

    /** HikariCP's, of a connection that broke before; it has no state. */
    private static final String CLOSED = "Connection is closed";

    private LostConnection() {}

    /** Whether it, or what caused it, is of that kind. */
    public static boolean is(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(LostConnection::isOne);
    }

    private static boolean isOne(Throwable failure) {
        if (!(failure instanceof SQLException sql)) {
            return false;
        }
        String state = String.valueOf(sql.getSQLState());
        // The pool's, when it has none to give in time.
        return sql instanceof SQLTransientConnectionException
                || state.startsWith(CONNECTION)
                || ENDED.contains(state)
                || CLOSED.equals(sql.getMessage());
    }
}
