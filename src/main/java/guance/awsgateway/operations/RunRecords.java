package guance.awsgateway.operations;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records of the last runs of every target and job, in memory and on disk, and the sums over
 * this process.
 */
public final class RunRecords implements AutoCloseable {

    /** Of every target and job. */
    static final int KEPT = 200;

    private final Map<RunKey, Deque<RunRecord>> records = new HashMap<>();
    private final Map<RunKey, Totals> totals = new HashMap<>();
    private final Map<String, RunFile> files = new HashMap<>();

    /**
     * Takes up what the last process left; without this, nothing is read and nothing written.
     *
     * @param readOnly whether nothing on disk is changed, as in a dry run
     * @throws RuntimeException where it cannot be read
     */
    synchronized void keepIn(Path directory, Collection<String> targetIds, boolean readOnly) {
        for (String targetId : targetIds) {
            RunFile file = new RunFile(directory.resolve(targetId + ".runs.jsonl"));
            file.read().forEach(record -> keep(new RunKey(targetId, record.job()), record));
            if (!readOnly) {
                files.put(targetId, file);
            }
        }
    }

    /** Newest first, at most 200; empty for a target that is unknown. */
    public synchronized List<RunRecord> of(String targetId, Job job) {
        return List.copyOf(kept(targetId, job));
    }

    /** The newest. */
    public synchronized Optional<RunRecord> last(String targetId, Job job) {
        return Optional.ofNullable(kept(targetId, job).peekFirst());
    }

    synchronized Totals totals(RunKey key) {
        return totals.getOrDefault(key, Totals.NONE);
    }

    synchronized void add(RunKey key, RunRecord record) {
        keep(key, record);
        totals.put(key, totals(key).plus(record));
        RunFile file = files.get(key.targetId());
        if (file != null) {
            file.add(record, () -> oldestFirst(key.targetId()));
        }
    }

    private void keep(RunKey key, RunRecord record) {
        Deque<RunRecord> kept = records.computeIfAbsent(key, any -> new ArrayDeque<>());
        kept.addFirst(record);
        if (kept.size() > KEPT) {
            kept.removeLast();
        }
    }

    private Deque<RunRecord> kept(String targetId, Job job) {
        return records.getOrDefault(new RunKey(targetId, job), new ArrayDeque<>());
    }

    private List<RunRecord> oldestFirst(String targetId) {
        List<RunRecord> all = new ArrayList<>();
        for (Job job : Job.values()) {
            kept(targetId, job).descendingIterator().forEachRemaining(all::add);
        }
        return all;
    }

    /** Lets go of the files. */
    @Override
    public synchronized void close() {
        files.values().forEach(RunFile::close);
    }
}
