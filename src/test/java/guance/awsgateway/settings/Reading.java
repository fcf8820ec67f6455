package guance.awsgateway.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads settings from the files of the tests. */
final class Reading {
    static final Path RESOURCES = Path.of("src/test/resources");
    static final String ACCOUNT =
            "collector.accounts[0].name=shop\ncollector.accounts[0].regions=eu-west-1\n";
    static final String TOKEN = "tkn_0123456789abcdef0123456789abcdef";
    static final String RECEIVER =
            "guance.url=https://openway.example\nguance.token=" + TOKEN + "\n";

    private Reading() {}

    static Loaded file(Path file) {
        return SettingsReader.read(file, Map.of(), Map.of());
    }

    /** The problems of a file, or none. */
    static List<String> problems(Path file) {
        try {
            file(file);
            return List.of();
        } catch (SettingsException exception) {
            return exception.problems();
        }
    }

    static Loaded text(Path directory, String text) {
        return text(directory, text, Map.of(), Map.of());
    }

    static Loaded text(
            Path directory, String text, Map<String, String> system, Map<String, String> env) {
        try {
            Path file = directory.resolve("application.properties");
            return SettingsReader.read(Files.writeString(file, text), system, env);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The files of {@code settings/} whose name ends so, sorted. */
    static Stream<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("settings"))) {
            return files
                    .filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** What the file's own comments say must come of it: the lines after {@code #> }. */
    static List<String> expected(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("#> "))
                    .map(line -> line.substring(3))
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
