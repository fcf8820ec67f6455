package guance.awsgateway;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The cases from the field, in src/test/resources/cases. */
public final class Cases {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Cases() {}

    public static JsonNode read(String name) {
        try {
            return JSON.readTree(new File("src/test/resources/cases/" + name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(Object text) {
        try {
            return JSON.readTree((String) text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SortedMap<String, String> texts(JsonNode object) {
        return JSON.convertValue(object, new TypeReference<TreeMap<String, String>>() {});
    }

    public static Map<String, Object> values(JsonNode object) {
        return JSON.convertValue(object, new TypeReference<TreeMap<String, Object>>() {});
    }
}
