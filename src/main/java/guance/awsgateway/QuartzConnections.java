package guance.awsgateway;

import guance.awsgateway.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartz.utils.ConnectionProvider;

/** Lends Quartz connections of ours, so that it is told neither address nor password. */
final class QuartzConnections implements ConnectionProvider {

    private final Database database;

    QuartzConnections(Database database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return database.connection();
    }

    @Override
    public void initialize() {}

    /** Quartz ends before the database does. */
    @Override
    public void shutdown() {}
}
