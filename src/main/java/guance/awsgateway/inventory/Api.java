package guance.awsgateway.inventory;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One API as API Gateway listed it.
 *
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
        name = name == null ? id : name;
        tags = new TreeMap<>(tags);
        tags.values().removeIf(Objects::isNull);
    }

    Api withoutDetails() {
        return new Api(id, name, protocol, description, keySelection, created, tags, Map.of());
    }

    boolean isRest() {
        return "REST".equals(protocol);
    }
}
