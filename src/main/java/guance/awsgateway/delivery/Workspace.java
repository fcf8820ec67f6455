package guance.awsgateway.delivery;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The workspace that a token belongs to; the answer has no name of it.
 *
 * @param id such as {@code wksp_2dc4...}; empty where the answer has none
 * @param plan such as {@code pay}
 * @param billing such as {@code normal}
 * @param overUsage whether it takes no data until its plan allows more
 */
public record Workspace(String id, String plan, String billing, boolean overUsage) {

    /** Source: DataKit's manual, {@code /v1/workspace}. */
    static Workspace of(JsonNode answer) {
        JsonNode first = answer.path("content").path(0);
        JsonNode token = first.path("token");
        return new Workspace(
                token.path("ws_uuid").asText(),
                token.path("ver_type").asText(),
                token.path("bill_state").asText(),
                first.path("data_usage").path("is_over_usage").asBoolean());
    }
}
