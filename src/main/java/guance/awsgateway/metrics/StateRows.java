package guance.awsgateway.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.database.Database;
import guance.awsgateway.database.Leases;
import guance.awsgateway.database.Packed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.function.Supplier;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Keeps the state of each target in a row of the database, which only one node at a time writes.
 */
final class StateRows extends ServiceSupport implements StateRepository<String, TargetState> {

    /** Whose lease a state goes with. */
    static final String JOB = "metrics";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Leases leases;
    private final Supplier<TargetState> empty;

    /**
     * @param empty makes the state of a target without one
     */
    StateRows(Leases leases, Supplier<TargetState> empty) {
        this.leases = leases;
        this.empty = empty;
    }

    /**
     * Replaces the state, and empties the journal, both or neither.
     *
     * @throws guance.awsgateway.database.OvertakenException where another node runs the target now
     * @throws guance.awsgateway.database.DatabaseException where nobody knows
     */
    @Override
    public void setState(String target, TargetState state) {
        StateFile content;
        Standing standing;
        synchronized (state) {
            content = new StateWriter(target, state).file();
            standing = state.standing();
        }
        byte[] packed = packed(content);
        long epoch = leases.epoch(target, JOB);
        boolean written =
                leases.database().together(on -> write(on, target, epoch, packed, standing));
        if (!written) {
            throw leases.overtaken(target, JOB);
        }
    }

    private static byte[] packed(StateFile content) {
        try {
            return Packed.pack(JSON.writeValueAsBytes(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @return whether the lease is ours
     */
    private boolean write(
            Connection on, String target, long epoch, byte[] content, Standing standing)
            throws SQLException {
        if (!isOurs(on, target, epoch)) {
            return false;
        }
        Database.update(
                on,
                """
                INSERT INTO collector_state (target, content, watermark, open_windows, handed_over)
                VALUES (?, ?, ?::timestamptz, ?, ?::timestamptz)
                ON CONFLICT (target) DO UPDATE
                   SET content = excluded.content, watermark = excluded.watermark,
                       open_windows = excluded.open_windows, handed_over = excluded.handed_over
                """,
                target,
                content,
                standing.watermark().map(Timestamp::from).orElse(null),
                standing.openWindows(),
                standing.handedOver().map(Timestamp::from).orElse(null));
        Database.update(on, "DELETE FROM collector_journal WHERE target = ?", target);
        return true;
    }

    /** It stays so until the transaction ends. */
    private boolean isOurs(Connection on, String target, long epoch) throws SQLException {
        try (PreparedStatement statement =
                on.prepareStatement(
                        "SELECT 1 FROM collector_lease WHERE target = ? AND job = ? AND epoch = ?"
                                + " AND process = ? FOR SHARE")) {
            statement.setString(1, target);
            statement.setString(2, JOB);
            statement.setLong(3, epoch);
            statement.setString(4, leases.self().process());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * An empty one, where there is none yet.
     *
     * @throws RuntimeException where it cannot be read, or a newer version wrote it
     */
    @Override
    public TargetState getState(String target) {
        return leases
                .database()
                .query(
                        row -> row.getBytes(1),
                        "SELECT content FROM collector_state WHERE target = ?",
                        target)
                .stream()
                .findFirst()
                .map(content -> state(target, content))
                .orElseGet(empty);
    }

    private TargetState state(String target, byte[] content) {
        try {
            JsonNode json = JSON.readTree(Packed.unpack(content));
            int format = json.path("format").intValue();
            if (format > StateFile.FORMAT) {
                throw new IllegalStateException(
                        "collector_state of %s is of format %s, and this version knows only %s;"
                                        .formatted(target, format, StateFile.FORMAT)
                                + " start the version that wrote it");
            }
            TargetState state = empty.get();
            new StateReader(JSON.convertValue(json, StateFile.class)).into(state);
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "collector_state of %s cannot be read: %s; delete the row, and lose what it"
                                    .formatted(target, e)
                            + " remembers",
                    e);
        }
    }
}
