package guance.awsgateway.operations.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The token of {@code management.token-file}, read at each action: it is short, and a change counts
 * at once.
 */
final class ActionToken {

    /** Less could be guessed by trying. */
    private static final int LEAST = 16;

    private final Optional<Path> file;

    ActionToken(Optional<Path> file) {
        this.file = file;
    }

    boolean isSet() {
        return file.isPresent();
    }

    /** In a time that tells nothing of the token. */
    boolean is(String given) throws RefusedRequestException {
        return MessageDigest.isEqual(
                read().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private String read() throws RefusedRequestException {
        String token = "";
        try {
            token = Files.readString(file.orElseThrow(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new RefusedRequestException(
                    403, "management.token-file cannot be read; allow it to the collector's user");
        }
        if (token.length() < LEAST) {
            throw new RefusedRequestException(
                    403,
                    "the token in management.token-file is shorter than %s characters; write a"
                                    .formatted(LEAST)
                            + " longer one, such as openssl rand -hex 32 makes");
        }
        return token;
    }
}
