package guance.awsgateway.inventory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import guance.awsgateway.disk.ForeignFileException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** An inventory as a file holds it. The components of the records here are members there. */
final class InventoryJson {

    static final int FORMAT = 1;

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .serializationInclusion(JsonInclude.Include.NON_NULL)
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

    static JsonNode write(String targetId, Map<Half, ListedHalf> halves) {
        return JSON.valueToTree(new Content(FORMAT, targetId, halves));
    }

    /**
     * @throws RuntimeException for what is not the inventory of this target
     */
    static Map<Half, ListedHalf> read(JsonNode json, String targetId) {
        Content content = JSON.convertValue(json, Content.class);
        if (!content.target().equals(targetId)) {
            throw new ForeignFileException("it is the inventory of " + content.target());
        }
        return content.halves();
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
