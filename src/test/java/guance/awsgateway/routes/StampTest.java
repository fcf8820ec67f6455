package guance.awsgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StampTest {

    private static final String TEXT = "# Sends points.\n# Settings: guance.*\n- route:\n";
    private static final String STAMPED =
            "# Sends points.\n# Settings: guance.*\n# Version: 0.1.0 "
                    + Stamp.digest(TEXT)
                    + "\n- route:\n";

    static Stream<Path> files() throws IOException {
        return StampRoutes.files().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aShippedFileCarriesTheStampOfItsText(Path file) throws IOException {
        String text = Files.readString(file);

        assertThat(Stamp.in(text).map(Stamp::digest))
                .as("mvn -q test-compile exec:java@stamp-routes writes it")
                .contains(Stamp.digest(text));
    }

    @Test
    void itStandsBehindTheCommentAtTheTop() {
        assertThat(Stamp.of(TEXT, "0.1.0").on(TEXT)).isEqualTo(STAMPED);
        assertThat(Stamp.in(STAMPED)).contains(Stamp.of(TEXT, "0.1.0"));
    }

    @Test
    void itTakesThePlaceOfTheOneThatIsThere() {
        String edited = STAMPED + "    id: mine\n";

        assertThat(StampRoutes.stamped(edited, "0.2.0"))
                .isEqualTo(Stamp.of(edited, "0.2.0").on(TEXT + "    id: mine\n"));
    }

    @Test
    void aFileThatDidNotChangeKeepsItsVersion() {
        assertThat(StampRoutes.stamped(STAMPED, "0.2.0")).isEqualTo(STAMPED);
    }

    @Test
    void lineEndsOfAnotherSystemAreNoEdit() {
        assertThat(Stamp.digest(STAMPED.replace("\n", "\r\n"))).isEqualTo(Stamp.digest(TEXT));
    }

    @Test
    void aFileWithoutOneHasNone() {
        assertThat(Stamp.in(TEXT)).isEmpty();
        assertThat(Stamp.in("# Version: mine\n")).isEmpty();
    }
}
