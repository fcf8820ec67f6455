package guance.awsgateway.database;

import guance.awsgateway.settings.StateSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The first connection, which finds out what is wrong with the settings or the database. */
final class Opening {

    /** The newest form of the tables that this version knows. */
    private static final int SCHEMA = 1;

    private static final String TABLES =
            "create the tables: psql -d <database> -f deploy/cluster.sql, as the user of"
                    + " state.jdbc.user";

    private final StateSettings settings;
    private final String url;

    /**
     * @param settings with a database
     */
    Opening(StateSettings settings) {
        this.settings = settings;
        this.url = settings.jdbcUrl().orElseThrow();
    }

    /** What a connection is made with, the password included; never to be shown. */
    Properties properties() {
        Properties all = new Properties();
        all.setProperty("ApplicationName", "guance-aws-gateway");
        // A connection that is cut without a word is noticed in seconds.
        all.setProperty("connectTimeout", "5");
        all.setProperty("loginTimeout", "5");
        all.setProperty("socketTimeout", "20");
        all.setProperty("tcpKeepAlive", "true");
        settings.jdbcUser().ifPresent(user -> all.setProperty("user", user));
        settings.jdbcPasswordFile().ifPresent(file -> all.setProperty("password", password(file)));
        return all;
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "state.jdbc.password-file = %s cannot be read (%s); allow it to the collector's"
                                    .formatted(file, e)
                            + " user",
                    e);
        }
    }

    /**
     * @throws IllegalStateException in one line what is wrong and what to do, without the password
     */
    void check() {
        try (Connection connection = DriverManager.getConnection(url, properties())) {
            checkTables(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "state.jdbc.url = %s: %s; %s".formatted(url, Reason.of(e), advice(e)), e);
        }
    }

    private void checkTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT max(version), (SELECT count(*) FROM qrtz_locks)"
                                        + " FROM collector_schema")) {
            row.next();
            int version = row.getInt(1);
            if (version != SCHEMA) {
                throw new IllegalStateException(
                        "state.jdbc.url = %s: its tables are of form %s, and this version needs %s;"
                                        .formatted(url, version, SCHEMA)
                                + (version > SCHEMA
                                        ? " start the version that made them"
                                        : " " + TABLES));
            }
        }
    }

    private String advice(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("28")) {
            return "check state.jdbc.user and state.jdbc.password-file, and PostgreSQL's pg_hba.conf";
        }
        return switch (state) {
            case "3D000" -> "create that database, or name another";
            case "42P01" -> TABLES;
            case "42501" -> "allow it to state.jdbc.user: GRANT what deploy/cluster.sql makes";
            default -> "check the address, the network, and that PostgreSQL runs there";
        };
    }
}
