package guance.awsgateway.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the collector shows itself to a Dataway.
 *
 * @param token given by value
 * @param file given by file, readable at start
 */
record Tokens(Optional<Secret> token, Optional<Path> file) {
    private static final Pattern FORM = Pattern.compile("tkn_[A-Za-z0-9]{32}");
    private static final String PREFIX = "tkn_";

    static Tokens read(Values values, Receiver receiver) {
        String key = Key.GUANCE_TOKEN.text();
        Optional<Given> token = values.given(key);
        boolean fileGiven = values.given(Key.GUANCE_TOKEN_FILE.text()).isPresent();
        token.ifPresent(given -> warnOf(values, given, receiver));
        if (token.isPresent() && fileGiven) {
            values.wrong(Key.GUANCE_TOKEN_FILE, 0, "the token is given by value too; keep one");
        }
        boolean needed = receiver == Receiver.DATAWAY && values.sound(Key.GUANCE_RECEIVER.text());
        if (needed && token.isEmpty() && !fileGiven) {
            values.missing(
                    key, "needed with guance.receiver=dataway; set it there or as GUANCE_TOKEN");
        }
        Optional<Path> file = values.optional(Key.GUANCE_TOKEN_FILE, Tokens::file);
        file.flatMap(path -> oddity(content(path)))
                .ifPresent(odd -> values.warn(Key.GUANCE_TOKEN_FILE, 0, "it holds " + odd));
        return new Tokens(values.optional(Key.GUANCE_TOKEN, Secret::new), file);
    }

    /** What a token looks like, without its value; empty when it looks as it should. */
    static Optional<String> oddity(String token) {
        if (FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        if (!token.startsWith(PREFIX)) {
            return Optional.of(token.length() + " characters that do not begin with tkn_");
        }
        int length = token.length() - PREFIX.length();
        return Optional.of(
                length == 32
                        ? "after tkn_ not only letters and digits"
                        : length + " characters after tkn_, not 32");
    }

    private static void warnOf(Values values, Given given, Receiver receiver) {
        if (receiver == Receiver.DATAKIT) {
            values.problems().warn(given, "a DataKit needs none; it is not used");
            return;
        }
        oddity(given.value())
                .ifPresent(odd -> values.problems().warn(given, odd + "; copy it anew if refused"));
        if (given.source() == Given.Source.SYSTEM_PROPERTY) {
            values.problems()
                    .warn(
                            given,
                            "every user of the machine can read it in the list of processes; use"
                                    + " GUANCE_TOKEN or guance.token-file");
        }
    }

    private static Path file(String text) {
        Path path = PlainFiles.readable(text);
        if (content(path).isEmpty()) {
            throw new WrongValue("is empty; write the token into it, alone");
        }
        return path;
    }

    private static String content(Path path) {
        try {
            return Files.readString(path).strip();
        } catch (IOException exception) {
            throw new WrongValue("is not text; write the token into it, alone");
        }
    }
}
