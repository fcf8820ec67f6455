package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.LogLines;
import guance.awsgateway.TestClock;
import guance.awsgateway.disk.NewerFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which state a journal belongs to. */
class TargetJournalTest {

    private static final String TARGET = "shop-eu-west-1";
    private static final DimensionSet A = Sets.set("ApiName", "a");

    @TempDir Path directory;

    @Test
    void itsFirstLineSaysWhatItBelongsTo() throws IOException {
        write(TARGET, 3, 1, 2);

        assertThat(Files.readAllLines(file()).get(0))
                .isEqualTo("{\"format\":1,\"target\":\"shop-eu-west-1\",\"state\":3}");
        assertThat(Files.readAllLines(file())).hasSize(3);
        assertThat(applied(3)).containsExactly(1L, 2L);
    }

    @Test
    void whatFollowedAnOlderStateIsInTheStateAlready() throws IOException {
        write(TARGET, 3, 1);

        assertThat(applied(4)).isEmpty();
        assertThat(file()).isEmptyFile();
    }

    @Test
    void afterAYoungerStateItIsSetAside() throws IOException {
        write(TARGET, 3, 1);

        assertThat(warned(2))
                .singleElement()
                .asString()
                .contains(
                        "it follows a later state (3) than the one that is there (2). It is set"
                                + " aside as shop-eu-west-1.journal.jsonl.set-aside-");
        assertThat(file()).doesNotExist();
    }

    @Test
    void thatOfAnotherTargetIsSetAside() throws IOException {
        write("shop-us-east-1", 3, 1);
        Files.move(directory.resolve("shop-us-east-1.journal.jsonl"), file());

        assertThat(warned(3))
                .singleElement()
                .asString()
                .contains("it is the journal of shop-us-east-1. It is set aside as ");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aDryRunLeavesItThere() throws IOException {
        write(TARGET, 3, 1);

        try (LogLines log = new LogLines(TargetJournal.class)) {
            assertThat(applied(2, true)).isEmpty();
            assertThat(log.all()).singleElement().asString().contains("A dry run leaves it there");
        }
        assertThat(file()).isNotEmptyFile();
    }

    @Test
    void thatOfANewerVersionIsRefused() throws IOException {
        Files.writeString(file(), "{\"format\":2}\n");

        assertThatThrownBy(() -> applied(3))
                .isInstanceOf(NewerFormatException.class)
                .hasMessageStartingWith(file() + " is of format 2, and this version knows only 1");
        assertThat(file()).hasContent("{\"format\":2}");
    }

    @Test
    void aLineThatIsNotUnderstoodLosesNoOther() throws IOException {
        write(TARGET, 3, 1, 2);
        List<String> lines = new ArrayList<>(Files.readAllLines(file()));
        lines.set(1, "{\"window\":");
        Files.write(file(), lines);

        assertThat(applied(3)).containsExactly(2L);
        assertThat(warned(3))
                .singleElement()
                .asString()
                .contains("1 of 3 lines are not understood, so some points may be sent twice");
    }

    /** Requests that have handed over the first minute, one after the other. */
    private void write(String target, long state, long... fingerprints) throws IOException {
        try (TargetJournal journal = journal(target, false)) {
            for (int i = 0; i < fingerprints.length; i++) {
                journal.append(state, commit(i, fingerprints[i]));
            }
        }
    }

    private static Commit commit(int minute, long fingerprint) {
        long first = Sets.EIGHT.getEpochSecond() + minute * 60L;
        Commit.Mark mark = new Commit.Mark(A, Set.of("Count"), first, new long[] {fingerprint});
        return new Commit(1, null, Map.of(), List.of(mark));
    }

    private List<String> warned(long generation) throws IOException {
        try (LogLines log = new LogLines(TargetJournal.class)) {
            applied(generation);
            return log.all().stream().map(String::valueOf).toList();
        }
    }

    private List<Long> applied(long generation) throws IOException {
        return applied(generation, false);
    }

    /** The fingerprints that a state has of it. */
    private List<Long> applied(long generation, boolean readOnly) throws IOException {
        TargetState state =
                new TargetState(new Fingerprints(Duration.ofMinutes(1), Duration.ofMinutes(30)));
        state.restore(generation);
        try (TargetJournal journal = journal(TARGET, readOnly)) {
            journal.applyTo(state);
        }
        return List.of(0L, 60L).stream()
                .map(second -> state.handed(A, Sets.EIGHT.getEpochSecond() + second).fingerprint())
                .filter(fingerprint -> fingerprint != 0)
                .toList();
    }

    private TargetJournal journal(String target, boolean readOnly) {
        return new TargetJournal(directory, target, readOnly, new TestClock(Sets.EIGHT.toString()));
    }

    private Path file() {
        return directory.resolve(TARGET + ".journal.jsonl");
    }
}
