package guance.awsgateway.inventory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** An inventory as a file holds it. The components of the records here are members there. */
final class InventoryJson {

    private static final int FORMAT = 1;

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .serializationInclusion(JsonInclude.Include.NON_NULL)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .addMixIn(Api.class, WithoutDetails.class)
                    .addModule(times())
                    .build();

    private InventoryJson() {}

    /**
     * @param target its id
     */
    private record Content(int format, String target, Map<Half, ListedHalf> halves) {

        Content {
            Objects.requireNonNull(target, "target");
            halves = Map.copyOf(halves);
        }
    }

    /** The join needs none, and they are large. */
    @JsonIgnoreProperties("details")
    private interface WithoutDetails {}

    static String write(String targetId, Map<Half, ListedHalf> halves) {
        try {
            return JSON.writeValueAsString(new Content(FORMAT, targetId, halves));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and times have a JSON form", e);
        }
    }

    /**
     * @throws NewerFormatException for what a newer version has written
     * @throws IOException for whatever else is not the inventory of this target
     */
    static Map<Half, ListedHalf> read(String text, String targetId) throws IOException {
        JsonNode root = parsed(() -> JSON.readTree(text));
        JsonNode format = root.path("format");
        if (!format.isInt() || format.asInt() < FORMAT) {
            throw new IOException("it is no inventory");
        }
        if (format.asInt() > FORMAT) {
            throw new NewerFormatException(format.asInt(), FORMAT);
        }
        Content content = parsed(() -> JSON.treeToValue(root, Content.class));
        if (!content.target().equals(targetId)) {
            throw new IOException("it is the inventory of " + content.target());
        }
        return content.halves();
    }

    private interface Parse<T> {
        T parse() throws JsonProcessingException;
    }

    private static <T> T parsed(Parse<T> parse) throws IOException {
        try {
            return parse.parse();
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IOException("it is damaged", e);
        }
    }

    private static SimpleModule times() {
        return new SimpleModule()
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addDeserializer(
                        Instant.class,
                        new FromStringDeserializer<>(Instant.class) {
                            @Override
                            protected Instant _deserialize(
                                    String text, DeserializationContext context) {
                                return Instant.parse(text);
                            }
                        });
    }
}
