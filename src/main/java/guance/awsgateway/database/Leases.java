package guance.awsgateway.database;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who runs a job of a target: a row each, with the epoch, which grows with every run of any node,
 * and the last sign of the node that has it. Whatever a run writes names its epoch, and a write of
 * an older one is refused. Times are the database's.
 */
public final class Leases {

    /** A node that is silent for so long may be overtaken by any run. */
    public static final Duration SILENT = Duration.ofSeconds(30);

    /** Quartz takes a node for dead after 7.5 s at the earliest; a sign comes every 2 s. */
    private static final Duration SILENT_OF_DEAD = Duration.ofSeconds(6);

    private final Database database;
    private final Node self;
    private final Map<Key, Long> held = new ConcurrentHashMap<>();
    private final Map<Key, Long> last = new ConcurrentHashMap<>();

    private record Key(String target, String job) {}

    /**
     * What became of asking for a lease.
     *
     * @param runsOn the node that has it; empty where it is ours now
     * @param continued whether no other process had it since we had taken up what was written
     */
    public record Taken(Optional<String> runsOn, boolean continued) {}

    public Leases(Database database, Node self) {
        this.database = database;
        this.self = self;
    }

    /** Where they stand. */
    public Database database() {
        return database;
    }

    /** This process. */
    public Node self() {
        return self;
    }

    /**
     * Asks for the lease of a job; it is had until {@link #leave}.
     *
     * @param recovered whether Quartz says that the node that ran it is dead
     * @throws DatabaseException where nobody knows
     */
    public Taken take(String target, String job, boolean recovered) {
        Key key = new Key(target, job);
        database.update(
                "INSERT INTO collector_lease (target, job) VALUES (?, ?) ON CONFLICT DO NOTHING",
                target,
                job);
        List<Long> epochs =
                database.query(
                        row -> row.getLong(1),
                        """
                        UPDATE collector_lease
                           SET epoch = epoch + 1, node = ?, process = ?, seen = clock_timestamp()
                         WHERE target = ? AND job = ?
                           AND (process IS NULL OR process = ?
                                OR seen < clock_timestamp() - make_interval(secs => ?))
                        RETURNING epoch
                        """,
                        self.name(),
                        self.process(),
                        target,
                        job,
                        self.process(),
                        (double) (recovered ? SILENT_OF_DEAD : SILENT).toSeconds());
        if (epochs.isEmpty()) {
            return new Taken(Optional.of(owner(key)), false);
        }
        long epoch = epochs.get(0);
        held.put(key, epoch);
        Long before = last.get(key);
        return new Taken(Optional.empty(), before != null && before + 1 == epoch);
    }

    /**
     * This process knows now what all runs before have written. Until it says so, its runs do not
     * count as continued: what it remembers may be older than what the database has.
     */
    public void takenUp(String target, String job) {
        last.put(new Key(target, job), epoch(target, job));
    }

    private String owner(Key key) {
        return database
                .query(
                        row -> row.getString(1),
                        "SELECT coalesce(node, 'another node') FROM collector_lease"
                                + " WHERE target = ? AND job = ?",
                        key.target(),
                        key.job())
                .stream()
                .findFirst()
                .orElse("another node");
    }

    /**
     * What writes are to name.
     *
     * @throws OvertakenException where the lease is not ours, as far as we know
     */
    public long epoch(String target, String job) {
        Long epoch = held.get(new Key(target, job));
        if (epoch == null) {
            throw new OvertakenException();
        }
        return epoch;
    }

    /** Whether the lease is ours, as far as we know. */
    public boolean holds(String target, String job) {
        return held.containsKey(new Key(target, job));
    }

    /**
     * Asks the database.
     *
     * @throws OvertakenException where another node has it now
     * @throws DatabaseException where nobody knows
     */
    public void require(String target, String job) {
        if (!is(target, job, epoch(target, job))) {
            throw overtaken(target, job);
        }
    }

    /** Whether no other process had it since this one had it last; false where it never had. */
    public boolean isCurrent(String target, String job) {
        Long epoch = last.get(new Key(target, job));
        return epoch != null && is(target, job, epoch);
    }

    /** After a failover to a replica that lags, two processes may have had one epoch. */
    private boolean is(String target, String job, long epoch) {
        return !database.query(
                        row -> true,
                        "SELECT 1 FROM collector_lease WHERE target = ? AND job = ? AND epoch = ?"
                                + " AND (process IS NULL OR process = ?)",
                        target,
                        job,
                        epoch,
                        self.process())
                .isEmpty();
    }

    /** A write was refused: forgets the lease. */
    public OvertakenException overtaken(String target, String job) {
        held.remove(new Key(target, job));
        return new OvertakenException();
    }

    /** Gives it back where it is ours; nothing else of the row changes. */
    public void leave(String target, String job) {
        Long epoch = held.remove(new Key(target, job));
        if (epoch != null) {
            database.update(
                    "UPDATE collector_lease SET process = NULL"
                            + " WHERE target = ? AND job = ? AND epoch = ? AND process = ?",
                    target,
                    job,
                    epoch,
                    self.process());
        }
    }

    /**
     * Gives it back at the end of a run, unless another node has it.
     *
     * @param record of the run
     * @param clean when it began; null where something failed
     * @return whether it was ours until now
     */
    public boolean leave(String target, String job, String record, Instant clean) {
        Long epoch = held.remove(new Key(target, job));
        return epoch != null
                && database.update(
                                """
                    UPDATE collector_lease
                       SET process = NULL, record = ?, clean = coalesce(?::timestamptz, clean)
                     WHERE target = ? AND job = ? AND epoch = ? AND process = ?
                    """,
                                record,
                                clean == null ? null : Timestamp.from(clean),
                                target,
                                job,
                                epoch,
                                self.process())
                        > 0;
    }

    /** Tells the others that what this process has is going on. */
    void sign() {
        Map<Key, Long> now = Map.copyOf(held);
        if (now.isEmpty()) {
            return;
        }
        database.together(
                connection -> {
                    for (Map.Entry<Key, Long> each : now.entrySet()) {
                        Database.update(
                                connection,
                                "UPDATE collector_lease SET seen = clock_timestamp()"
                                        + " WHERE target = ? AND job = ? AND epoch = ?"
                                        + " AND process = ?",
                                each.getKey().target(),
                                each.getKey().job(),
                                each.getValue(),
                                self.process());
                    }
                    return null;
                });
    }

    /** How every job stands that ever ran. */
    List<LeaseRow> all() {
        return database.query(LeaseRow::of, LeaseRow.ALL);
    }
}
