package guance.awsgateway.standin;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real PostgreSQL of its own, in a folder of its own, at a free port of the loopback. */
public final class Postgres implements AutoCloseable {

    public static final String USER = "guance";
    public static final String PASSWORD = "NOT-A-REAL-DATABASE-PASSWORD-7e21";

    /** Of Debian, newest last. */
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path folder;
    private final Path bin;
    private final int port;
    private final Process process;
    private int databases;

    /** Returns when it answers. */
    public Postgres() throws Exception {
        bin = bin().orElseThrow();
        port = freePort();
        folder = Files.createTempDirectory("postgres");
        Files.writeString(passwordFile(), PASSWORD);
        if (isRoot()) {
            run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        run(
                asUser(
                        bin.resolve("initdb").toString(),
                        "-A",
                        "scram-sha-256",
                        "-U",
                        USER,
                        "--no-sync",
                        "--pwfile=" + passwordFile(),
                        folder.resolve("data").toString()));
        process = start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> !query("postgres", "SELECT 1").isEmpty());
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        asUser(
                                bin.resolve("postgres").toString(),
                                "-D",
                                folder.resolve("data").toString(),
                                "-p",
                                String.valueOf(port),
                                "-c",
                                "listen_addresses=127.0.0.1",
                                "-c",
                                "unix_socket_directories=",
                                "-c",
                                "fsync=off"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** It refuses to be root's. */
    private static List<String> asUser(String... command) {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(
                    List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        all.addAll(List.of(command));
        return all;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Optional<Path> bin() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(each -> Files.isExecutable(each.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean isInstalled() {
        return bin().isPresent();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    /**
     * A new database with the tables, as the README says to make them.
     *
     * @return its name
     */
    public String database() throws Exception {
        String name = bare();
        ProcessBuilder psql =
                new ProcessBuilder(
                        bin.resolve("psql").toString(),
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(port),
                        "-U",
                        USER,
                        "-d",
                        name,
                        "-f",
                        "deploy/cluster.sql");
        psql.environment().put("PGPASSWORD", PASSWORD);
        Process process = psql.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return name;
    }

    /** A new database without tables. */
    public String bare() throws SQLException {
        String name = "collector" + ++databases;
        update("postgres", "CREATE DATABASE " + name);
        return name;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** What {@code state.jdbc.url} is to be. */
    public String url(String database) {
        return url(port, database);
    }

    /** As {@link #url(String)}, by another port. */
    public static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Where {@link #PASSWORD} stands. */
    public Path passwordFile() {
        return folder.resolve("password");
    }

    /** What a collector that shares the database is to be told, as {@code key=value}. */
    public String[] settings(String database) {
        return new String[] {
            "state.jdbc.url=" + url(database),
            "state.jdbc.user=" + USER,
            "state.jdbc.password-file=" + passwordFile()
        };
    }

    public void update(String database, String sql) throws SQLException {
        try (Connection connection = connect(database)) {
            connection.createStatement().execute(sql);
        }
    }

    /** The first column of each row. */
    public List<String> query(String database, String sql, String... values) throws SQLException {
        try (Connection connection = connect(database);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<String> first = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    first.add(rows.getString(1));
                }
            }
            return first;
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, PASSWORD);
    }

    @Override
    public void close() throws Exception {
        // At once, whoever is connected.
        run(List.of("kill", "-QUIT", String.valueOf(process.pid())));
        if (!process.waitFor(20, SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
