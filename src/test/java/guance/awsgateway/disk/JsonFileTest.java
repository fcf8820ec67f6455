package guance.awsgateway.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import guance.awsgateway.LogLines;
import guance.awsgateway.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFileTest {

    private static final String ASIDE = "it.json.set-aside-20261124T120000.250Z";

    private final TestClock clock = new TestClock("2026-11-24T12:00:00.250Z");

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("it.json");
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path deeper = folder.resolve("a/b/it.json");
        json(deeper, false).write(Map.of("format", 1, "name", "订单"));

        assertThat(json(deeper, false).read(JsonFileTest::name)).contains("订单");
        assertThat(json(deeper, true).read(JsonFileTest::name)).contains("订单");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                           | it names no format
                    [1]                          | it names no format
                    null                         | it names no format
                    {"name":"a"}                 | it names no format
                    {"format":0,"name":"a"}      | it names no format
                    {"format":"2","name":"a"}    | it names no format
                    {"format":1.5,"name":"a"}    | it names no format
                    {"format":1,"name":"a"       | it is damaged
                    {"format":1,"name":"a"}}     | it is damaged
                    {"format":1,"name":"a"}{}    | it is damaged
                    hello                        | it is damaged
                    {"format":1}                 | it is damaged
                    {"format":1,"name":"é"}      | it is not UTF-8
                    {"format":1,"name":"of b"}   | it is of b
                    """)
    void whatCannotBeUsedIsSetAsideWithOneWarning(String text, String reason) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, bytes);

        String warning = warning(false);

        assertThat(warning)
                .isEqualTo(
                        "WARN %s cannot be used: %s. It is set aside as %s, to look into or delete;"
                                + " a new one is begun",
                        file, reason, ASIDE);
        assertThat(file).doesNotExist();
        assertThat(folder.resolve(ASIDE)).hasBinaryContent(bytes);
    }

    @Test
    void aFolderInItsPlaceIsSetAsideToo() throws IOException {
        Files.createDirectories(file.resolve("within"));

        String warning = warning(false);
        json(file, false).write(Map.of("format", 1, "name", "a"));

        assertThat(warning).startsWith("WARN " + file + " cannot be used: it is a folder. ");
        assertThat(folder.resolve(ASIDE).resolve("within")).isDirectory();
        assertThat(json(file, false).read(JsonFileTest::name)).contains("a");
    }

    @Test
    void whatCannotBeSetAsideIsReplacedByTheNextWrite() throws IOException {
        Files.writeString(file, "hello");
        Files.createDirectories(folder.resolve(ASIDE));

        String warning = warning(false);
        json(file, false).write(Map.of("format", 1, "name", "a"));

        assertThat(warning)
                .contains("It cannot be set aside (")
                .endsWith("), so move it away; a new one is begun");
        assertThat(json(file, false).read(JsonFileTest::name)).contains("a");
    }

    @ParameterizedTest(name = "read-only: {0}")
    @ValueSource(booleans = {false, true})
    void whatANewerVersionWroteIsRefusedAndStays(boolean readOnly) throws IOException {
        String text = "{\"format\":2,\"everything\":\"else\"}";
        Files.writeString(file, text);

        assertThatThrownBy(() -> json(file, readOnly).read(JsonFileTest::name))
                .isInstanceOf(NewerFormatException.class)
                .hasMessage(
                        "%s is of format 2, and this version knows only 1; start the version that"
                                + " wrote it, or move the file away and lose what it remembers",
                        file);

        assertThat(file).hasContent(text);
        assertThat(folder).isDirectoryContaining(file::equals);
    }

    @Test
    void aDryRunChangesNothing() throws IOException {
        Files.writeString(file, "hello");

        String warning = warning(true);
        json(file, true).write(Map.of("format", 1, "name", "a"));
        json(folder.resolve("another/it.json"), true).write(Map.of("format", 1));

        assertThat(warning).endsWith(". A dry run leaves it there and goes on without it");
        assertThat(file).hasContent("hello");
        assertThat(folder.toFile().list()).containsExactly("it.json");
    }

    /** The only line of a read that finds nothing of use. */
    private String warning(boolean readOnly) {
        try (LogLines log = new LogLines(JsonFile.class)) {
            Optional<String> read = json(file, readOnly).read(JsonFileTest::name);

            assertThat(read).isEmpty();
            assertThat(log.all()).hasSize(1);
            return log.all().get(0);
        }
    }

    private static String name(JsonNode json) {
        String name = json.required("name").textValue();
        if (name.startsWith("of ")) {
            throw new ForeignFileException("it is " + name);
        }
        return name;
    }

    private JsonFile json(Path at, boolean readOnly) {
        return new JsonFile(at, 1, readOnly, clock);
    }
}
