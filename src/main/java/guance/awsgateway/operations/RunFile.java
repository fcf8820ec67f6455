package guance.awsgateway.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import guance.awsgateway.disk.Journal;
import guance.awsgateway.disk.WholeFile;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The run records of one target, a line each in the order they ended. It is rewritten where most of
 * its lines are of no use any more, so that it stays short.
 */
final class RunFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunFile.class);

    /** Twice what is kept. */
    private static final int MOST = 2 * RunRecords.KEPT * Job.values().length;

    private final Path file;
    private final Journal journal;
    private int lines;
    private boolean told;

    /** Touches nothing yet. */
    RunFile(Path file) {
        this.file = file;
        this.journal = new Journal(file);
    }

    /**
     * Oldest first; a line that is not understood is passed over, and told once.
     *
     * @throws UncheckedIOException where it cannot be read
     */
    List<RunRecord> read() {
        List<RunRecord> records = new ArrayList<>();
        for (String line : lines()) {
            try {
                records.add(RunLine.read(line));
            } catch (JsonProcessingException | RuntimeException e) {
                LOG.debug("{}: {}", file, line, e);
            }
        }
        if (records.size() < lines) {
            LOG.warn(
                    Code.RECORDS_UNREADABLE.marker(),
                    "{}: {} of {} lines are no run records, and are passed over; nothing is to do",
                    file,
                    lines - records.size(),
                    lines);
        }
        return records;
    }

    private List<String> lines() {
        try {
            List<String> all = journal.lines();
            lines = all.size();
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be read: %s; check its permissions".formatted(file, e), e);
        }
    }

    /**
     * A disk that refuses is a warning, once until it lets write again.
     *
     * @param kept what is to stay if it is rewritten, oldest first
     */
    void add(RunRecord record, Supplier<List<RunRecord>> kept) {
        try {
            if (lines >= MOST) {
                rewrite(kept.get());
            } else {
                journal.append(RunLine.write(record));
                lines++;
            }
            told = false;
        } catch (IOException e) {
            if (!told) {
                LOG.warn(
                        Code.DISK_REFUSES.marker(),
                        "{} cannot be written, so a restart forgets what ran: {}; check"
                                + " state.directory",
                        file,
                        e.toString());
            }
            told = true;
        }
    }

    private void rewrite(List<RunRecord> kept) throws IOException {
        String text = RunLine.lines(kept);
        journal.close();
        WholeFile.write(file, text);
        lines = kept.size();
    }

    @Override
    public void close() {
        try {
            journal.close();
        } catch (IOException e) {
            LOG.warn(Code.DISK_REFUSES.marker(), "{} cannot be closed: {}", file, e.toString());
        }
    }
}
