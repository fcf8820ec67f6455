package guance.awsgateway.metrics;

import guance.awsgateway.database.Leases;
import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.spi.StateRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The states of all targets: in memory, on disk or in a database as of the last {@link #save}, and
 * in a journal what was finished since.
 */
public final class TargetStates implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TargetStates.class);

    private final StateRepository<String, TargetState> repository;
    private final Function<String, FinishedRequests> journal;
    private final Optional<Leases> leases;
    private final boolean kept;
    private final Map<String, TargetState> states = new ConcurrentHashMap<>();
    private final Map<String, FinishedRequests> journals = new ConcurrentHashMap<>();

    private TargetStates(
            StateRepository<String, TargetState> repository,
            Function<String, FinishedRequests> journal,
            Optional<Leases> leases,
            boolean kept) {
        this.repository = repository;
        this.journal = journal;
        this.leases = leases;
        this.kept = kept;
    }

    /**
     * Reads the states of all targets.
     *
     * @param kept whether what comes is written; not so for a dry run
     * @param leases of several nodes; without them the states are files of state.directory
     * @throws RuntimeException where one cannot be read, or a later version wrote it
     */
    public static TargetStates load(
            Settings settings,
            Targets targets,
            boolean kept,
            Optional<Leases> leases,
            Clock clock) {
        MetricSettings metrics = settings.metrics();
        Duration reach = reach(metrics, clock.instant());
        String shape = String.valueOf(metrics.statistics());
        Supplier<TargetState> empty =
                () -> new TargetState(new Fingerprints(metrics.period(), reach, shape));
        Path directory = settings.state().directory();
        TargetStates states =
                leases.map(
                                shared ->
                                        new TargetStates(
                                                new StateRows(shared, empty),
                                                target -> new JournalRows(shared, target),
                                                leases,
                                                kept))
                        .orElseGet(
                                () ->
                                        new TargetStates(
                                                new StateFiles(directory, !kept, clock, empty),
                                                target ->
                                                        new TargetJournal(
                                                                directory, target, !kept, clock),
                                                leases,
                                                kept));
        targets.all().stream().map(Target::id).forEach(states::takeUp);
        return states;
    }

    /** As far back as what is listed for the first time is read, or late values are seen. */
    private static Duration reach(MetricSettings metrics, Instant now) {
        Duration interval = new Intervals(metrics, (target, scheduled) -> scheduled).scheduled(now);
        Duration back = new ReadBack(metrics).usual(interval);
        Duration seen = metrics.probe() ? Sweep.reach(metrics.settle()) : metrics.settle();
        return interval.plus(back.compareTo(seen) > 0 ? back : seen);
    }

    /**
     * Reads a state, which another node may have written, as a run of it begins here.
     *
     * @throws RuntimeException where it cannot be read, or a later version wrote it
     */
    public void takeUp(String target) {
        TargetState state = repository.getState(target);
        FinishedRequests finished = journal.apply(target);
        try {
            finished.applyTo(state);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the journal of %s cannot be read: %s".formatted(target, e), e);
        }
        state.fingerprints().compareOwnShapeOnly();
        states.put(target, state);
        journals.put(target, finished);
    }

    /** As {@link #takeUp}, where another node had the target since this one; not during a run. */
    void refresh(String target) {
        if (leases.isPresent() && !leases.get().isCurrent(target, StateRows.JOB)) {
            takeUp(target);
        }
    }

    /**
     * Asked before what was read is sent.
     *
     * @throws guance.awsgateway.database.OvertakenException where another node runs the target now
     * @throws guance.awsgateway.database.DatabaseException where nobody knows
     */
    void requireLease(String target) {
        if (kept) {
            leases.ifPresent(shared -> shared.require(target, StateRows.JOB));
        }
    }

    /**
     * How far a target is; any thread may ask.
     *
     * @throws IllegalArgumentException for an id that no target has
     */
    public Standing standing(String target) {
        return of(target).standing();
    }

    TargetState of(String target) {
        TargetState state = states.get(target);
        if (state == null) {
            throw new IllegalArgumentException("no target '" + target + "'");
        }
        return state;
    }

    /**
     * Replaces the state on disk and empties the journal.
     *
     * @throws UncheckedIOException where the disk refuses; what is in memory stays
     */
    void save(String target) {
        if (!kept) {
            return;
        }
        // Where one fails, another succeeds before a request is finished.
        of(target).nextGeneration();
        repository.setState(target, of(target));
        try {
            journals.get(target).clear();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the journal of %s cannot be emptied: %s".formatted(target, e), e);
        }
    }

    /**
     * Counts a request as finished, in memory and in the journal.
     *
     * @throws UncheckedIOException where the disk refuses: what was sent might be sent again after
     *     a restart
     */
    void commit(String target, Commit commit) {
        TargetState state = of(target);
        state.apply(commit);
        if (!kept) {
            return;
        }
        try {
            journals.get(target).append(state.generation(), commit);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the journal of %s cannot be written, so after a crash points may be sent twice:"
                                    .formatted(target)
                            + " "
                            + e,
                    e);
        }
    }

    @Override
    public void close() {
        journals.values().forEach(TargetStates::close);
    }

    private static void close(FinishedRequests journal) {
        try {
            journal.close();
        } catch (IOException e) {
            LOG.warn(Code.DISK_REFUSES.marker(), "a journal cannot be closed: {}", e.toString());
        }
    }
}
