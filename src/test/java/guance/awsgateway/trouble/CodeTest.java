package guance.awsgateway.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeTest {

    private static final Pattern ROW =
            Pattern.compile("^\\| (GAG-\\d{3}) \\|( [^|]+ \\|){3}$", Pattern.MULTILINE);

    /** The last that stands before a text. */
    private static final Pattern MARKED = Pattern.compile("\\.marker\\(\\)\\)?$");

    private static final Pattern TOLD = Pattern.compile("LOG\\.(?:warn|error)\\(\\s*([^,]*),");
    private static final Pattern TOLD_BY_PARTS =
            Pattern.compile("LOG\\s*\\.at(?:Level|Warn|Error)\\((.*?)\\.log\\(", Pattern.DOTALL);

    @Test
    void everyCodeHasItsRowAndEveryRowItsCode() throws IOException {
        List<String> rows =
                ROW.matcher(Files.readString(Path.of("README.md")))
                        .results()
                        .map(row -> row.group(1))
                        .toList();

        assertThat(rows).isEqualTo(Arrays.stream(Code.values()).map(Code::toString).toList());
    }

    @Test
    void everyWarningAndErrorHasACode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .allSatisfy(file -> assertThat(withoutCode(file)).isEmpty());
        }
    }

    private static List<String> withoutCode(Path file) {
        try {
            String source = Files.readString(file);
            return Stream.of(TOLD, TOLD_BY_PARTS)
                    .flatMap(pattern -> pattern.matcher(source).results())
                    .map(call -> call.group(1).strip())
                    .filter(before -> !MARKED.matcher(before).find())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyCodeIsTold() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
        }

        assertThat(Code.values()).allMatch(code -> sources.indexOf("Code." + code.name()) >= 0);
    }
}
