package guance.awsgateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.TestSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {
    private static final String FIRST = "tkn_0123456789abcdef0123456789abcdef";
    private static final String SECOND = "tkn_fedcba9876543210fedcba9876543210";

    @TempDir Path directory;

    @Test
    void aFileIsReadAgainWhenItChanges() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), FIRST + "\n");
        Token token = token("guance.token-file=" + file);

        String before = token.read();
        Files.writeString(file, " " + SECOND + "\r\n");

        assertThat(before).isEqualTo(FIRST);
        assertThat(token.read()).isEqualTo(SECOND);
    }

    @Test
    void theSettingItselfIsAToken() {
        assertThat(token("guance.token=" + FIRST).read()).isEqualTo(FIRST);
    }

    @Test
    void aFileThatIsGoneSaysSo() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), FIRST);
        Token token = token("guance.token-file=" + file);
        Files.delete(file);

        assertThatThrownBy(token::read)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("guance.token-file")
                .hasMessageContaining(file.toString());
    }

    private static Token token(String line) {
        return new Token(TestSettings.of("guance.receiver=dataway", line).guance());
    }
}
