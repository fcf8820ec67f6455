package guance.awsgateway.standin;

import static java.util.stream.Collectors.partitioningBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The listings of a region made of {@link Api}s, page by page. */
final class GeneratedAssets implements Assets {
    private final String region;
    private final List<Api> rest;
    private final List<Api> others;

    GeneratedAssets(String region, List<Api> apis) {
        this.region = region;
        Map<Boolean, List<Api>> kinds =
                apis.stream().collect(partitioningBy(api -> api.protocol() == Protocol.REST));
        this.rest = kinds.get(true);
        this.others = kinds.get(false);
    }

    @Override
    public JsonNode restApis(PageRequest page) {
        PageRequest plain = new PageRequest(page.size(), page.token(), false);
        return page(rest, plain, "item", "position", ApiJson::restApi);
    }

    @Override
    public Optional<JsonNode> restStages(String id) {
        return find(rest, id).map(this::restStages);
    }

    private JsonNode restStages(Api api) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("item");
        api.stages().forEach(stage -> items.add(ApiJson.restStage(api, stage)));
        return answer;
    }

    @Override
    public JsonNode apis(PageRequest page) {
        return page(others, page, "items", "nextToken", api -> ApiJson.api(api, region));
    }

    @Override
    public Optional<JsonNode> stages(String id, PageRequest page) {
        return find(others, id)
                .map(
                        api ->
                                page(
                                        api.stages(),
                                        page,
                                        "items",
                                        "nextToken",
                                        stage -> ApiJson.stage(api, stage)));
    }

    private static Optional<Api> find(List<Api> apis, String id) {
        return apis.stream().filter(api -> api.id().equals(id)).findFirst();
    }

    private static <T> JsonNode page(
            List<T> all, PageRequest page, String items, String token, Function<T, JsonNode> json) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray(items);
        if (page.odd() && page.token() == null) {
            return answer.put(token, Tokens.of(0));
        }
        int from = Tokens.offset(page.token());
        int to = Math.min(from + page.size(), all.size());
        all.subList(from, to).forEach(each -> list.add(json.apply(each)));
        if (to < all.size()) {
            answer.put(token, Tokens.of(to));
        } else if (page.odd()) {
            answer.put(token, "");
        }
        return answer;
    }
}
