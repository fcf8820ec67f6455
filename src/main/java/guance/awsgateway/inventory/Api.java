package guance.awsgateway.inventory;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One API as API Gateway listed it.
 *
 * @param name the id where the answer has none
 * @param keySelection the ApiKeySelectionExpression; null for REST
 * @param created null where the answer has none
 * @param tags the AWS tags, sorted by key
 * @param details all that the listing returned, by the service model's member names, values of
 *     stage variables masked; empty in an inventory, which only joins
 */
public record Api(
        String id,
        String name,
        String protocol,
        String description,
        String keySelection,
        Instant created,
        SortedMap<String, String> tags,
        Map<String, Object> details) {

    public Api {
        Objects.requireNonNull(id, "id");
        name = name == null ? id : name;
        tags = new TreeMap<>(tags == null ? Map.of() : tags);
        tags.values().removeIf(Objects::isNull);
        details = details == null ? Map.of() : details;
    }

    Api withoutDetails() {
        return details.isEmpty() ? this : detailed(Map.of());
    }

    /** With one more member of its details. */
    Api with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(member, value);
        return detailed(more);
    }

    private Api detailed(Map<String, Object> other) {
        return new Api(id, name, protocol, description, keySelection, created, tags, other);
    }

    boolean isRest() {
        return "REST".equals(protocol);
    }

    /**
     * Its dimension ApiName, if it is a REST API. CloudWatch strips non-ASCII characters, and uses
     * the API's id when nothing is left. Blanks are nothing: no dimension may consist of them.
     * Source: API reference, Dimension.
     */
    String reportedName() {
        String ascii = name.replaceAll("[^\\x00-\\x7F]", "");
        return ascii.isBlank() ? id : ascii;
    }

    /** What its series know it by: when it changes, the old series have lost their API. */
    String seriesKey() {
        return isRest() ? id + " " + reportedName() : id;
    }
}
