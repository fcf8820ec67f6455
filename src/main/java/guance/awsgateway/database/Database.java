package guance.awsgateway.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import guance.awsgateway.settings.StateSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The PostgreSQL that several nodes share, by a few connections. */
public final class Database implements AutoCloseable {

    /** The schedules take three, and a run one at a time, for milliseconds. */
    private static final int CONNECTIONS = 10;

    /**
     * A node that is stopped amid a transaction would hold its locks, and all others up with it.
     */
    private static final String PATIENCE =
            "SET idle_in_transaction_session_timeout = '10s'; SET lock_timeout = '15s';"
                    + " SET statement_timeout = '15s'";

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * @param settings with a database
     * @throws IllegalStateException where it cannot be used, with what to do
     */
    public static Database open(StateSettings settings) {
        check(settings);
        Opening opening = new Opening(settings);
        HikariConfig config = new HikariConfig();
        config.setPoolName("state");
        config.setJdbcUrl(settings.jdbcUrl().orElseThrow());
        config.setDataSourceProperties(opening.properties());
        config.setConnectionInitSql(PATIENCE);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.setValidationTimeout(3_000);
        config.setInitializationFailTimeout(-1);
        return new Database(new HikariDataSource(config));
    }

    /**
     * Tries a connection, and looks for the tables.
     *
     * @param settings with a database
     * @throws IllegalStateException where it cannot be used, with what to do
     */
    public static void check(StateSettings settings) {
        new Opening(settings).check();
    }

    /** To be closed soon. */
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** What one statement makes of a row. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Some statements that count together or not at all. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Changes rows, at once or not at all.
     *
     * @return how many
     * @throws DatabaseException where it does not answer: it may have been done all the same
     */
    public int update(String sql, Object... values) {
        try (Connection connection = connection()) {
            return update(connection, sql, values);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** As {@link #update(String, Object...)}, in a transaction. */
    public static int update(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            return statement.executeUpdate();
        }
    }

    /**
     * The rows in the order of the statement.
     *
     * @throws DatabaseException where it does not answer
     */
    public <T> List<T> query(Row<T> made, String sql, Object... values) {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(made.of(rows));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /**
     * @throws DatabaseException where it does not answer: it may have been done all the same
     */
    public <T> T together(Work<T> work) {
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            try {
                T done = work.on(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
