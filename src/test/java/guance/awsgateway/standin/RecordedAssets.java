package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Answers as they came, page by page, whatever the size asked for.
 *
 * @param restApis shaped as cases/01-get-rest-apis.json
 * @param apis shaped as cases/02-get-apis.json
 * @param stages shaped as cases/03-get-stages.json
 */
record RecordedAssets(JsonNode restApis, JsonNode apis, JsonNode stages) implements Assets {

    @Override
    public JsonNode restApis(PageRequest page) {
        return page(restApis.get("pages"), "position", page.token());
    }

    @Override
    public Optional<JsonNode> restStages(String id) {
        return Optional.ofNullable(stages.get("GET /restapis/" + id + "/stages"));
    }

    @Override
    public JsonNode apis(PageRequest page) {
        return page(apis.get("pages"), "nextToken", page.token());
    }

    @Override
    public Optional<JsonNode> stages(String id, PageRequest page) {
        return Optional.ofNullable(stages.get("GET /v2/apis/" + id + "/stages"));
    }

    private static JsonNode page(JsonNode pages, String member, String token) {
        String before = null;
        for (JsonNode page : pages) {
            if (token == null || token.equals(before)) {
                return page.get("answer");
            }
            before = page.get("answer").path(member).asText(null);
        }
        throw new IllegalArgumentException("no such page");
    }
}
