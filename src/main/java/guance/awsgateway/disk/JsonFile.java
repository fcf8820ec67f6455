package guance.awsgateway.disk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file of JSON whose field {@code format} says how it is to be read; it is replaced whole. */
public final class JsonFile {

    private static final Logger LOG = LoggerFactory.getLogger(JsonFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final int format;

    /**
     * @param format from 1, the newest that is understood
     */
    public JsonFile(Path file, int format) {
        this.file = file;
        this.format = format;
    }

    /**
     * Empty where there is no file, or one that cannot be understood: that one is set aside, with a
     * warning.
     *
     * @param content what the JSON says; any exception of it means that the file is corrupt
     * @throws NewerFormatException where a newer version wrote the file, which is left as it is
     */
    public <T> Optional<T> read(Function<JsonNode, T> content) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            return Optional.of(content.apply(understood(json)));
        } catch (JsonProcessingException | RuntimeException e) {
            setAside(e);
            return Optional.empty();
        }
    }

    private JsonNode understood(JsonNode json) throws NewerFormatException {
        int written = json.path("format").asInt();
        if (written > format) {
            throw new NewerFormatException(file, written, format);
        }
        if (written < 1) {
            throw new IllegalArgumentException("it names no format");
        }
        return json;
    }

    private void setAside(Exception why) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".corrupt");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        LOG.warn(
                "{} cannot be understood and is set aside as {}: {}",
                file,
                aside.getFileName(),
                String.valueOf(why.getMessage()).lines().findFirst().orElse(""));
    }

    /**
     * @param content with a field {@code format}
     */
    public void write(Object content) throws IOException {
        WholeFile.write(file, JSON.writeValueAsString(content) + "\n");
    }

    /** For people. */
    @Override
    public String toString() {
        return file.toString();
    }
}
