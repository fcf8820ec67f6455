package guance.awsgateway.inventory;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * An answer of the SDK as maps, lists and plain values, ready for JSON.
 *
 * <p>Members have the service model's names, as in the AWS CLI, and come from the model itself, so
 * that what a newer SDK knows comes along. Dates are ISO-8601 UTC, enumerations their raw value.
 */
final class ModelTree {

    private static final String MASK = "***";

    /** People keep secrets in them: v1 stages and canaries, v2 stages. */
    private static final Set<String> STAGE_VARIABLES =
            Set.of("variables", "stageVariableOverrides", "StageVariables");

    private ModelTree() {}

    /** What the answer leaves out is left out; 0, false and empty lists it gives are kept. */
    static Map<String, Object> of(SdkPojo answer) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (SdkField<?> field : answer.sdkFields()) {
            Object value = field.getValueOrDefault(answer);
            if (isGiven(value)) {
                boolean secret = STAGE_VARIABLES.contains(field.memberName());
                members.put(field.memberName(), secret ? masked(value) : plain(value));
            }
        }
        return members;
    }

    private static boolean isGiven(Object value) {
        return value != null
                && !(value instanceof SdkAutoConstructList)
                && !(value instanceof SdkAutoConstructMap);
    }

    private static Object plain(Object value) {
        if (value instanceof SdkPojo pojo) {
            return of(pojo);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ModelTree::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, item) -> plain.put(String.valueOf(key), plain(item)));
            return plain;
        }
        return value instanceof Instant instant ? instant.toString() : value;
    }

    private static Object masked(Object variables) {
        Map<String, Object> masked = new LinkedHashMap<>();
        ((Map<?, ?>) variables).keySet().forEach(key -> masked.put(String.valueOf(key), MASK));
        return masked;
    }
}
