package guance.awsgateway.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/**
 * How a job of a target stands, as all nodes see it.
 *
 * @param process that has the lease; empty between runs
 * @param node whose process that is, or that had it last; empty before the first run
 * @param silent seconds since the process gave a sign
 * @param record of the last run that ended, in the form that it was written
 * @param clean when the last run began in which nothing failed
 * @param watermark of the state that was written last, as the two behind it
 * @param paused whether its schedule is
 */
public record LeaseRow(
        String target,
        String job,
        Optional<String> process,
        Optional<String> node,
        double silent,
        Optional<String> record,
        Optional<Instant> clean,
        Optional<Instant> watermark,
        int openWindows,
        Optional<Instant> handedOver,
        boolean paused) {

    /** Of the clustered scheduler, on every node. */
    public static final String SCHEDULER = "guance-aws-gateway";

    static final String ALL =
            """
            SELECT l.target, l.job, l.process, l.node, l.record, l.clean,
                   extract(epoch FROM clock_timestamp() - l.seen)::float8 AS silent,
                   s.watermark, s.open_windows, s.handed_over,
                   t.trigger_state LIKE 'PAUSED%%' AS paused
              FROM collector_lease l
              LEFT JOIN collector_state s ON s.target = l.target
              LEFT JOIN qrtz_triggers t
                ON t.sched_name = '%s'
               AND t.trigger_group = l.job AND t.trigger_name = l.target
            """
                    .formatted(SCHEDULER);

    static LeaseRow of(ResultSet row) throws SQLException {
        return new LeaseRow(
                row.getString("target"),
                row.getString("job"),
                Optional.ofNullable(row.getString("process")),
                Optional.ofNullable(row.getString("node")),
                row.getDouble("silent"),
                Optional.ofNullable(row.getString("record")),
                time(row, "clean"),
                time(row, "watermark"),
                row.getInt("open_windows"),
                time(row, "handed_over"),
                row.getBoolean("paused"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
