package guance.awsgateway.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

    @TempDir Path folder;

    @Test
    void whoComesSecondIsToldWhoHoldsIt() throws IOException {
        Path directory = folder.resolve("a/b");

        try (DirectoryLock first = DirectoryLock.of(directory, "process 1 on one")) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DirectoryLock.of(directory, "process 2 on two"))
                    .isInstanceOf(HeldException.class)
                    .hasMessage("process 1 on one");
            // The refusal has changed nothing.
            assertThatThrownBy(() -> DirectoryLock.of(directory, "process 3 on three"))
                    .hasMessage("process 1 on one");
        }
    }

    @Test
    void itIsFreeAfterTheClose() throws IOException {
        DirectoryLock.of(folder, "process 1 on one").close();

        assertThat(folder.resolve("lock.holder")).doesNotExist();
        try (DirectoryLock second = DirectoryLock.of(folder, "process 2 on two")) {
            assertThat(second).isNotNull();
            assertThat(folder.resolve("lock.holder")).hasContent("process 2 on two");
        }
    }

    @Test
    void whatAKilledProcessLeftIsNoHindrance() throws IOException {
        Files.createFile(folder.resolve("lock"));
        Files.writeString(folder.resolve("lock.holder"), "process 1 on one");

        try (DirectoryLock lock = DirectoryLock.of(folder, "process 2 on two")) {
            assertThat(lock).isNotNull();
            assertThat(folder.resolve("lock.holder")).hasContent("process 2 on two");
        }
    }

    @Test
    void aHolderThatDoesNotSayWhoItIsHoldsAllTheSame() throws IOException {
        try (DirectoryLock first = DirectoryLock.of(folder, "process 1 on one")) {
            assertThat(first).isNotNull();
            Files.delete(folder.resolve("lock.holder"));

            assertThatThrownBy(() -> DirectoryLock.of(folder, "process 2 on two"))
                    .isInstanceOf(HeldException.class)
                    .hasMessage("another process");
        }
    }

    @Test
    void aDirectoryThatCannotBeMadeIsAnError() throws IOException {
        Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DirectoryLock.of(folder.resolve("file/state"), "process 1"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HeldException.class);
    }
}
