package guance.awsgateway.disk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of JSON that survives crashes, strangers and versions: it is whole or not there, what is
 * none of ours is set aside, and what a later version wrote is left as it is.
 *
 * @param file its member {@code format} is the version
 * @param format the version written, and the latest understood
 */
public record JsonFile<T>(Path file, int format, Class<T> type, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(JsonFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /**
     * Replaces the file.
     *
     * @throws UncheckedIOException where the disk refuses
     */
    public void write(T content) {
        try {
            WholeFile.write(file, JSON.writeValueAsString(content));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write %s: %s".formatted(file, e), e);
        }
    }

    /**
     * @param made makes of the content what is wanted; where it throws, the content is none of ours
     * @return empty where there is no file, or none of ours, which is then set aside
     * @throws IllegalStateException for a file of a later version
     * @throws UncheckedIOException where the disk refuses
     */
    public <R> Optional<R> read(Function<T, R> made) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] text = bytes();
        try {
            JsonNode json = JSON.readTree(text);
            refuseLater(json.path("format").asInt());
            return Optional.of(made.apply(JSON.treeToValue(json, type)));
        } catch (LaterFormatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            setAside(e);
            return Optional.empty();
        }
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s: %s".formatted(file, e), e);
        }
    }

    private void refuseLater(int found) {
        if (found > format) {
            throw new LaterFormatException(
                    "%s has format %s, and this version understands %s; use the version that wrote"
                                    .formatted(file, found, format)
                            + " it, or move the file away to begin anew");
        }
    }

    private void setAside(Exception why) {
        String stamp = STAMP.format(clock.instant());
        Path aside = file.resolveSibling(file.getFileName() + ".not-understood-" + stamp);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set %s aside: %s".formatted(file, e), e);
        }
        LOG.warn(
                "{} is not understood and was set aside as {}; it begins anew: {}",
                file,
                aside.getFileName(),
                String.valueOf(why.getMessage()).lines().findFirst().orElse(""));
    }

    /** A later version wrote the file. */
    private static final class LaterFormatException extends IllegalStateException {

        LaterFormatException(String message) {
            super(message);
        }
    }
}
