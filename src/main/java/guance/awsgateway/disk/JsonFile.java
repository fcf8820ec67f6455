package guance.awsgateway.disk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file of JSON whose member {@code format} says how it is to be read; it is replaced whole. */
public final class JsonFile {

    private static final Logger LOG = LoggerFactory.getLogger(JsonFile.class);
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Path file;
    private final int format;
    private final boolean readOnly;
    private final Clock clock;

    /**
     * @param format from 1, the newest that is understood
     * @param readOnly whether nothing on disk is changed, as in a dry run
     * @param clock for the name of what is set aside
     */
    public JsonFile(Path file, int format, boolean readOnly, Clock clock) {
        this.file = file;
        this.format = format;
        this.readOnly = readOnly;
        this.clock = clock;
    }

    /**
     * Empty where there is no file, or one that cannot be used: that one is set aside with a
     * warning, under its name, {@code .set-aside-} and the time in UTC.
     *
     * @param content what the JSON says; a {@link ForeignFileException} of it, or any other, means
     *     that the file cannot be used
     * @throws NewerFormatException where a newer version wrote the file, which is left as it is
     * @throws UncheckedIOException where the disk does not let it be read
     */
    public <T> Optional<T> read(Function<JsonNode, T> content) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(content.apply(understood(JSON.readTree(text()))));
        } catch (NewerFormatException e) {
            throw e;
        } catch (ForeignFileException e) {
            setAside(e.getMessage(), e);
        } catch (CharacterCodingException e) {
            setAside("it is not UTF-8", e);
        } catch (JsonProcessingException | RuntimeException e) {
            setAside("it is damaged", e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be read: %s; check its permissions".formatted(file, e), e);
        }
        return Optional.empty();
    }

    private String text() throws IOException {
        if (Files.isDirectory(file)) {
            throw new ForeignFileException("it is a folder");
        }
        return Files.readString(file);
    }

    private JsonNode understood(JsonNode json) {
        JsonNode written = json.path("format");
        if (!written.isInt() || written.intValue() < 1) {
            throw new ForeignFileException("it names no format");
        }
        if (written.intValue() > format) {
            throw new NewerFormatException(file, written.intValue(), format);
        }
        return json;
    }

    private void setAside(String why, Exception failure) {
        LOG.debug("{} cannot be used", file, failure);
        LOG.warn(Code.FILE_SET_ASIDE.marker(), "{} cannot be used: {}. {}", file, why, setAside());
    }

    /**
     * @return what became of it, and what to do
     */
    private String setAside() {
        if (readOnly) {
            return "A dry run leaves it there and goes on without it";
        }
        try {
            return "It is set aside as %s, to look into or delete; a new one is begun"
                    .formatted(SetAside.move(file, clock.instant()).getFileName());
        } catch (IOException e) {
            return "It cannot be set aside (%s), so move it away; a new one is begun".formatted(e);
        }
    }

    /**
     * Does nothing in a dry run.
     *
     * @param content with a member {@code format}
     */
    public void write(Object content) throws IOException {
        if (!readOnly) {
            WholeFile.write(file, stream -> write(content, stream));
        }
    }

    /** A state can have megabytes: they are never in memory at once. */
    private static void write(Object content, OutputStream stream) throws IOException {
        JSON.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(stream, content);
        stream.write('\n');
    }

    /** For people. */
    @Override
    public String toString() {
        return file.toString();
    }
}
