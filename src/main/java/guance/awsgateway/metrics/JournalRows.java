package guance.awsgateway.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import guance.awsgateway.database.Leases;
import guance.awsgateway.database.Packed;
import guance.awsgateway.trouble.Code;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal of a target as rows of the database, which only the node that runs it adds. */
final class JournalRows implements FinishedRequests {

    private static final Logger LOG = LoggerFactory.getLogger(JournalRows.class);

    private final Leases leases;
    private final String target;

    JournalRows(Leases leases, String target) {
        this.leases = leases;
        this.target = target;
    }

    /** A row that is not understood is passed over with a warning. */
    @Override
    public void applyTo(TargetState state) {
        List<byte[]> rows =
                leases.database()
                        .query(
                                row -> row.getBytes(1),
                                "SELECT content FROM collector_journal WHERE target = ?"
                                        + " ORDER BY line",
                                target);
        long unread = rows.stream().filter(row -> !isApplied(row, state)).count();
        if (unread > 0) {
            LOG.warn(
                    Code.JOURNAL_UNREADABLE.marker(),
                    "collector_journal of {}: {} of {} rows are not understood, so some points may"
                            + " be sent twice",
                    target,
                    unread,
                    rows.size());
        }
    }

    private static boolean isApplied(byte[] row, TargetState state) {
        try {
            String line = new String(Packed.unpack(row), StandardCharsets.UTF_8);
            state.apply(CommitLine.read(line));
            return true;
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.debug("a row of a journal is not understood", e);
            return false;
        }
    }

    /**
     * @throws guance.awsgateway.database.OvertakenException where another node runs the target now
     */
    @Override
    public void append(long generation, Commit commit) throws JsonProcessingException {
        byte[] line = CommitLine.write(commit).getBytes(StandardCharsets.UTF_8);
        int added =
                leases.database()
                        .update(
                                """
                                INSERT INTO collector_journal (target, content)
                                SELECT target, ? FROM collector_lease
                                 WHERE target = ? AND job = ? AND epoch = ? AND process = ?
                                   FOR SHARE
                                """,
                                Packed.pack(line),
                                target,
                                StateRows.JOB,
                                leases.epoch(target, StateRows.JOB),
                                leases.self().process());
        if (added == 0) {
            throw leases.overtaken(target, StateRows.JOB);
        }
    }

    /** The rows went as the state was written. */
    @Override
    public void clear() {}

    @Override
    public void close() {}
}
