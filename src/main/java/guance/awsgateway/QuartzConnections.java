package guance.awsgateway;

import guance.awsgateway.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartz.utils.ConnectionProvider;

/** Lends Quartz connections of ours, so that it is told neither address nor password. */
final class QuartzConnections implements ConnectionProvider {

    private final Database database;
    private volatile boolean leaving;

    QuartzConnections(Database database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return database.connection();
        } catch (SQLException e) {
            if (leaving) {
                // It would try for ever to note that a job is done, and its stop wait for that.
                Thread.currentThread().interrupt();
            }
            throw e;
        }
    }

    /** Quartz is about to end: what the database does not take now is left to the other nodes. */
    void leave() {
        leaving = true;
    }

    @Override
    public void initialize() {}

    /** Quartz ends before the database does. */
    @Override
    public void shutdown() {}
}
