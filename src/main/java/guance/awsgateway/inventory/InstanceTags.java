package guance.awsgateway.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;

/** The tag {@code instance_tags}: the AWS tags of an API as compact JSON, keys sorted. */
final class InstanceTags {

    /** Guance cuts a tag value there, which would leave no JSON. */
    private static final int LIMIT_BYTES = 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private InstanceTags() {}

    /** Trailing members are left out where the text would pass 1024 bytes. */
    static String of(SortedMap<String, String> tags) {
        StringBuilder text = new StringBuilder("{");
        int bytes = 2;
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            String separator = text.length() == 1 ? "" : ",";
            String member = separator + quoted(tag.getKey()) + ":" + quoted(tag.getValue());
            bytes += member.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LIMIT_BYTES) {
                break;
            }
            text.append(member);
        }
        return text.append('}').toString();
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every string has a JSON form", e);
        }
    }
}
