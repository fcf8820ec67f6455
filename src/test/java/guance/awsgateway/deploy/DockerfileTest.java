package guance.awsgateway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the image's description promises; no engine is asked. */
class DockerfileTest {

    private static final Path FOLDER = Path.of("deploy");

    private static String text() throws IOException {
        return Files.readString(FOLDER.resolve("Dockerfile"));
    }

    /** The stage that is shipped. */
    private static List<String> last() throws IOException {
        return text().substring(text().lastIndexOf("\nFROM ")).lines().toList();
    }

    @Test
    void everyBaseIsNamedByItsDigest() throws IOException {
        List<String> stages = text().lines().filter(line -> line.startsWith("FROM ")).toList();
        List<String> bases = text().lines().filter(line -> line.startsWith("ARG ")).toList();

        assertThat(stages).hasSize(3).allMatch(line -> line.matches(".*\\$\\{(BUILD|BASE)}.*"));
        assertThat(bases).hasSize(2).allMatch(line -> line.matches(".*=.+@sha256:[0-9a-f]{64}"));
    }

    @Test
    void theImageRunsAsNobodyAndWithoutAShell() throws IOException {
        assertThat(last())
                .contains("USER 65532:65532", "STOPSIGNAL SIGTERM")
                .noneMatch(line -> line.startsWith("RUN "))
                .filteredOn(line -> line.startsWith("ENTRYPOINT "))
                .singleElement()
                .asString()
                .startsWith("ENTRYPOINT [\"/opt/jre/bin/java\", ");
        assertThat(Files.readString(FOLDER.resolve("kubernetes/base/stateful-set.yaml")))
                .contains("runAsUser: 65532", "workingDir: /etc/guance-aws-gateway")
                .contains("mountPath: /var/lib/guance-aws-gateway");
    }

    @Test
    void itsJreHasWhatOperatorsNeed() throws IOException {
        Matcher added = Pattern.compile("\\),([\\w.,]+)\"").matcher(text());

        assertThat(added.find()).isTrue();
        assertThat(added.group(1).split(","))
                .contains("jdk.management.agent", "jdk.jcmd", "jdk.jfr", "jdk.crypto.ec");
    }

    @Test
    void theContextHoldsWhatIsCopiedFromItAndNoMore() throws IOException {
        List<String> copied =
                text().lines()
                        .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                        .map(line -> line.split(" ")[1])
                        .toList();
        List<String> let =
                Files.readString(FOLDER.resolve("Dockerfile.dockerignore"))
                        .lines()
                        .filter(line -> line.startsWith("!"))
                        .map(line -> line.substring(1))
                        .toList();

        assertThat(let).allSatisfy(each -> assertThat(Path.of(each)).exists());
        assertThat(copied)
                .allSatisfy(from -> assertThat(let).anyMatch(each -> each.startsWith(from)));
        assertThat(let)
                .allSatisfy(each -> assertThat(copied).anyMatch(from -> each.startsWith(from)));
    }
}
