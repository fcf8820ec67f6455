package guance.awsgateway.delivery;

import guance.awsgateway.settings.GuanceSettings;
import guance.awsgateway.settings.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The token of a Dataway, from the settings or a file. */
final class Token {

    private final Optional<Secret> given;
    private final Optional<Path> file;

    Token(GuanceSettings guance) {
        this.given = guance.token();
        this.file = guance.tokenFile();
    }

    /** Reads the file at every call: it is short, and a change counts at once. */
    String read() {
        return given.map(Secret::value).or(() -> file.map(Token::read)).orElse("");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("guance.token-file cannot be read: " + e, e);
        }
    }
}
