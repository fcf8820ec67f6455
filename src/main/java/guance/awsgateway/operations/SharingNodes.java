package guance.awsgateway.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import guance.awsgateway.database.DatabaseException;
import guance.awsgateway.database.LeaseRow;
import guance.awsgateway.database.Leases;
import guance.awsgateway.database.OvertakenException;
import guance.awsgateway.database.Pulse;
import guance.awsgateway.metrics.Standing;
import guance.awsgateway.trouble.Code;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The nodes that share a database, by its leases. */
public final class SharingNodes implements Nodes {

    private static final Logger LOG = LoggerFactory.getLogger(SharingNodes.class);

    private final Leases leases;
    private final Pulse pulse;
    private final Consumer<String> state;
    private final Consumer<String> inventory;

    /**
     * @param state takes up the state of a target that another node has written
     * @param inventory takes up the inventory of a target that another node has written
     */
    public SharingNodes(
            Leases leases, Pulse pulse, Consumer<String> state, Consumer<String> inventory) {
        this.leases = leases;
        this.pulse = pulse;
        this.state = state;
        this.inventory = inventory;
    }

    @Override
    public Optional<String> take(RunKey key, boolean recovered) {
        try {
            Leases.Taken taken = leases.take(key.targetId(), key.job().toString(), recovered);
            if (taken.runsOn().isEmpty()) {
                takeUp(key, taken.continued());
            }
            return taken.runsOn().map(node -> "it runs on node " + node);
        } catch (DatabaseException e) {
            leave(key);
            return Optional.of(e.getMessage());
        }
    }

    private void takeUp(RunKey key, boolean continued) {
        if (key.job() == Job.METRICS && !continued) {
            state.accept(key.targetId());
        }
        // A run of the objects here knows its own, and may be listing it now.
        if (key.job() == Job.OBJECTS || !leases.holds(key.targetId(), Job.OBJECTS.toString())) {
            inventory.accept(key.targetId());
        }
        leases.takenUp(key.targetId(), key.job().toString());
    }

    @Override
    public Optional<String> obstacle(RunKey key) {
        try {
            leases.require(key.targetId(), key.job().toString());
            return Optional.empty();
        } catch (OvertakenException | DatabaseException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public void end(RunKey key, RunRecord record) {
        try {
            boolean ours =
                    leases.leave(
                            key.targetId(),
                            key.job().toString(),
                            RunLine.write(record),
                            record.isClean() ? record.started() : null);
            if (!ours) {
                LOG.warn(
                        Code.RUN_OVERTAKEN.marker(),
                        "{} {}: another node took the run over before its end here, so the rest of"
                                + " it was neither sent nor written",
                        key.job(),
                        key.targetId());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of numbers and texts is always JSON", e);
        } catch (DatabaseException e) {
            untold(key, e);
        }
    }

    @Override
    public void leave(RunKey key) {
        try {
            leases.leave(key.targetId(), key.job().toString());
        } catch (DatabaseException e) {
            untold(key, e);
        }
    }

    /** The pulse tells, once for all. */
    private static void untold(RunKey key, DatabaseException failure) {
        LOG.debug(
                "{} {}: other nodes learn that its run is over in 30 s",
                key.job(),
                key.targetId(),
                failure);
    }

    @Override
    public Optional<Seen> seen(RunKey key) {
        return Optional.of(
                pulse.rows().stream()
                        .filter(row -> row.target().equals(key.targetId()))
                        .filter(row -> row.job().equals(key.job().toString()))
                        .findFirst()
                        .map(SharingNodes::seen)
                        .orElseGet(SharingNodes::unseen));
    }

    private static Seen seen(LeaseRow row) {
        boolean alive = row.process().isPresent() && row.silent() < Leases.SILENT.toSeconds();
        return new Seen(
                row.node().filter(node -> alive),
                row.node(),
                row.record().flatMap(SharingNodes::record),
                row.clean(),
                new Standing(row.watermark(), row.openWindows(), row.handedOver()),
                row.paused());
    }

    private static Seen unseen() {
        return new Seen(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Standing.NONE,
                false);
    }

    private static Optional<RunRecord> record(String line) {
        try {
            return Optional.of(RunLine.read(line));
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.debug("{}", line, e);
            return Optional.empty();
        }
    }

    @Override
    public Set<RunKey> suspended() {
        return pulse.rows().stream()
                .filter(LeaseRow::paused)
                .flatMap(SharingNodes::key)
                .collect(Collectors.toSet());
    }

    /** None of a job that only a later version knows. */
    private static Stream<RunKey> key(LeaseRow row) {
        return Stream.of(Job.values())
                .filter(job -> job.toString().equals(row.job()))
                .map(job -> new RunKey(row.target(), job));
    }

    @Override
    public boolean isHere(RunKey key) {
        return seen(key).flatMap(Seen::ranOn).filter(leases.self().name()::equals).isPresent();
    }

    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(pulse.trouble());
    }
}
