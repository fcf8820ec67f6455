package guance.awsgateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file says in its lines {@code #> } what must be said of it. */
class SettingsFilesTest {

    @ParameterizedTest
    @MethodSource("bad")
    void aBadFileGivesExactlyTheseProblems(Path file) {
        assertThat(Reading.problems(file)).containsExactlyElementsOf(Reading.expected(file));
    }

    @ParameterizedTest
    @MethodSource("ok")
    void aGoodFileGivesExactlyTheseWarnings(Path file) {
        assertThat(Reading.file(file).warnings()).containsExactlyElementsOf(Reading.expected(file));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void noSecretIsTold(Path file) {
        assertThatThrownBy(() -> Reading.file(file))
                .isInstanceOf(SettingsException.class)
                .message()
                .doesNotContain("HUSH", Reading.TOKEN);
    }

    static Stream<Path> bad() throws IOException {
        return Reading.files(".bad.properties");
    }

    static Stream<Path> ok() throws IOException {
        return Reading.files(".ok.properties");
    }
}
