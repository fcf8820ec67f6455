package guance.awsgateway.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guance.awsgateway.disk.Journal;
import guance.awsgateway.disk.NewerFormatException;
import guance.awsgateway.disk.SetAside;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a target has finished since its state was written. The first line says which target's, and
 * the generation of that state.
 */
final class TargetJournal implements FinishedRequests {

    private static final Logger LOG = LoggerFactory.getLogger(TargetJournal.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORMAT = 1;

    private final String target;
    private final Path file;
    private final boolean readOnly;
    private final Clock clock;
    private final Journal journal;
    private boolean begun;

    /**
     * @param readOnly whether nothing on disk is changed, as in a dry run
     * @param clock for the name of what is set aside
     */
    TargetJournal(Path directory, String target, boolean readOnly, Clock clock) {
        this.target = target;
        this.file = directory.resolve(target + ".journal.jsonl");
        this.readOnly = readOnly;
        this.clock = clock;
        this.journal = new Journal(file);
    }

    /**
     * Applies what belongs to a state. What an older state was followed by, it has already; what
     * belongs to none of it is set aside with a warning, and so is a line that is not understood
     * passed over.
     *
     * @throws NewerFormatException where a newer version wrote it; it is left as it is
     * @throws IOException where the disk refuses
     */
    @Override
    public void applyTo(TargetState state) throws IOException {
        List<String> lines = journal.lines();
        if (lines.isEmpty()) {
            return;
        }
        JsonNode first = json(lines.get(0));
        String foreign = foreign(first, state.generation());
        if (foreign != null) {
            setAside(foreign);
        } else if (first.path("state").longValue() == state.generation()) {
            begun = true;
            apply(lines, state);
        } else if (!readOnly) {
            journal.clear();
        }
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /**
     * @return why it cannot belong to the state; null where it may
     */
    private String foreign(JsonNode first, long generation) {
        int format = first.path("format").asInt();
        if (format > FORMAT) {
            throw new NewerFormatException(file, format, FORMAT);
        }
        if (format < 1 || !first.path("state").isIntegralNumber()) {
            return "it names no format and no state";
        }
        if (!target.equals(first.path("target").textValue())) {
            return "it is the journal of " + first.path("target").asText();
        }
        long follows = first.path("state").longValue();
        return follows <= generation
                ? null
                : "it follows a later state (%s) than the one that is there (%s)"
                        .formatted(follows, generation);
    }

    private void setAside(String why) throws IOException {
        String what =
                readOnly
                        ? "A dry run leaves it there"
                        : "It is set aside as "
                                + SetAside.move(file, clock.instant()).getFileName();
        LOG.warn(
                Code.JOURNAL_UNREADABLE.marker(),
                "{} cannot be used: {}. {}; of what it says was sent, some points may be sent twice",
                file,
                why,
                what);
    }

    private void apply(List<String> lines, TargetState state) {
        int unread = 0;
        for (String line : lines) {
            // A head that was written in vain may stand there twice.
            if (!line.equals(lines.get(0)) && !isApplied(line, state)) {
                unread++;
            }
        }
        if (unread > 0) {
            LOG.warn(
                    Code.JOURNAL_UNREADABLE.marker(),
                    "{}: {} of {} lines are not understood, so some points may be sent twice",
                    file,
                    unread,
                    lines.size());
        }
    }

    private static boolean isApplied(String line, TargetState state) {
        try {
            state.apply(CommitLine.read(line));
            return true;
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.debug("a line of a journal is not understood", e);
            return false;
        }
    }

    /**
     * On disk when it returns.
     *
     * @param generation of the state on disk, which the commit follows
     */
    @Override
    public synchronized void append(long generation, Commit commit) throws IOException {
        if (!begun) {
            ObjectNode head = JSON.createObjectNode();
            head.put("format", FORMAT).put("target", target).put("state", generation);
            journal.append(head.toString());
            begun = true;
        }
        journal.append(CommitLine.write(commit));
    }

    /** Empties it, as what it says stands in the state now. */
    @Override
    public synchronized void clear() throws IOException {
        journal.clear();
        begun = false;
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
