package guance.awsgateway.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir Path directory;

    @Test
    void linesAreThereForTheNextProcess() throws IOException {
        try (Journal journal = journal()) {
            journal.append("one");
            journal.append("zwei 二");
        }

        try (Journal next = journal()) {
            next.append("three");
            assertThat(next.lines()).containsExactly("one", "zwei 二", "three");
        }
    }

    @Test
    void aLineThatACrashHasCutIsNoneAndTheNextDoesNotJoinIt() throws IOException {
        try (Journal journal = journal()) {
            journal.append("one");
        }
        byte[] cut = "two 二".getBytes(StandardCharsets.UTF_8);
        cut = Arrays.copyOf(cut, cut.length - 1);
        Files.write(file(), cut, StandardOpenOption.APPEND);

        try (Journal next = journal()) {
            assertThat(next.lines()).containsExactly("one");
            next.append("three");
            assertThat(next.lines()).containsExactly("one", "three");
        }
    }

    @Test
    void onceEmptiedItBeginsAnew() throws IOException {
        try (Journal journal = journal()) {
            journal.append("one");
            journal.clear();
            journal.append("two");

            assertThat(journal.lines()).containsExactly("two");
        }
    }

    @Test
    void anInterruptedWriterDoesNotEndIt() throws Exception {
        try (Journal journal = journal()) {
            journal.append("one");
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> journal.append("two")).isInstanceOf(IOException.class);
            assertThat(Thread.interrupted()).isTrue();

            journal.append("three");

            assertThat(journal.lines()).startsWith("one").endsWith("three");
        }
    }

    @Test
    void emptyingWhatWasNeverWrittenMakesNoFile() throws IOException {
        try (Journal journal = journal()) {
            journal.clear();
        }

        assertThat(file()).doesNotExist();
    }

    private Journal journal() {
        return new Journal(file());
    }

    private Path file() {
        return directory.resolve("state/shop.journal.jsonl");
    }
}
