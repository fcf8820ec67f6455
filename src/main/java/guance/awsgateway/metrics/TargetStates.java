package guance.awsgateway.metrics;

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
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.spi.StateRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The states of all targets: in memory, on disk as of the last {@link #save}, and in a journal what
 * was finished since.
 */
public final class TargetStates implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TargetStates.class);

    private final StateRepository<String, TargetState> repository;
    private final Path directory;
    private final boolean kept;
    private final Map<String, TargetState> states = new LinkedHashMap<>();
    private final Map<String, TargetJournal> journals = new LinkedHashMap<>();

    private TargetStates(
            StateRepository<String, TargetState> repository, Path directory, boolean kept) {
        this.repository = repository;
        this.directory = directory;
        this.kept = kept;
    }

    /**
     * Reads the states of all targets.
     *
     * @param kept whether what comes is written; not so for a dry run
     * @throws RuntimeException where one cannot be read, or a later version wrote it
     */
    public static TargetStates load(Settings settings, Targets targets, boolean kept, Clock clock) {
        MetricSettings metrics = settings.metrics();
        Duration reach = reach(metrics, clock.instant());
        String shape = String.valueOf(metrics.statistics());
        Path directory = settings.state().directory();
        StateFiles files =
                new StateFiles(
                        directory,
                        !kept,
                        clock,
                        () -> new TargetState(new Fingerprints(metrics.period(), reach, shape)));
        TargetStates states = new TargetStates(files, directory, kept);
        targets.all().stream().map(Target::id).forEach(id -> states.load(id, clock));
        return states;
    }

    /** As far back as what is listed for the first time is read, or late values are seen. */
    private static Duration reach(MetricSettings metrics, Instant now) {
        Duration interval = new Intervals(metrics, (target, scheduled) -> scheduled).scheduled(now);
        Duration back = new ReadBack(metrics).usual(interval);
        Duration seen = metrics.probe() ? Sweep.reach(metrics.settle()) : metrics.settle();
        return interval.plus(back.compareTo(seen) > 0 ? back : seen);
    }

    private void load(String target, Clock clock) {
        TargetState state = repository.getState(target);
        TargetJournal journal = new TargetJournal(directory, target, !kept, clock);
        try {
            journal.applyTo(state);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the journal of %s cannot be read: %s".formatted(target, e), e);
        }
        state.compareOwnShapeOnly();
        states.put(target, state);
        journals.put(target, journal);
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

    private static void close(TargetJournal journal) {
        try {
            journal.close();
        } catch (IOException e) {
            LOG.warn(Code.DISK_REFUSES.marker(), "a journal cannot be closed: {}", e.toString());
        }
    }
}
