package guance.awsgateway.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersOnlyTest {

    @TempDir Path folder;

    @Test
    void noneButTheOwnerReadsWhatItMakes() throws IOException {
        Path deep = folder.resolve("one").resolve("other");
        OwnersOnly.createDirectories(deep);
        OwnersOnly.write(deep.resolve("text"), "网店\n");

        assertThat(mode(folder.resolve("one"))).isEqualTo("rwx------");
        assertThat(mode(deep)).isEqualTo("rwx------");
        assertThat(mode(deep.resolve("text"))).isEqualTo("rw-------");
        assertThat(deep.resolve("text")).hasContent("网店\n");
    }

    @Test
    void noneButTheOwnerReadsStateJournalAndLock() throws IOException {
        WholeFile.write(folder.resolve("state/whole.json"), "{}\n");
        try (Journal journal = new Journal(folder.resolve("state/journal.jsonl"));
                DirectoryLock lock = DirectoryLock.of(folder.resolve("state"), "me")) {
            journal.append("a line");

            for (String file :
                    new String[] {"whole.json", "journal.jsonl", "lock", "lock.holder"}) {
                assertThat(mode(folder.resolve("state").resolve(file))).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void whatIsThereKeepsItsPermissionsAndLosesItsContent() throws IOException {
        Path file = Files.writeString(folder.resolve("report"), "a longer text\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        OwnersOnly.write(file, "new\n");

        assertThat(mode(file)).isEqualTo("rw-r-----");
        assertThat(file).hasContent("new\n");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
