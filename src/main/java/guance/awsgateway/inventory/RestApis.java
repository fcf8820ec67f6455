package guance.awsgateway.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/** Lists the REST APIs of a target (API Gateway v1). */
final class RestApis {

    private static final int PAGE = 500;

    private final ApiGatewayClient client;

    RestApis(ApiGatewayClient client) {
        this.client = client;
    }

    /**
     * @param stages whether each API's stages are read too, at a call an API
     */
    List<Api> list(boolean stages) {
        List<Api> apis = new ArrayList<>();
        client.getRestApisPaginator(request -> request.limit(PAGE)).items().stream()
                .map(api -> api(api, stages))
                .forEach(apis::add);
        return apis;
    }

    private Api api(RestApi api, boolean stages) {
        Map<String, Object> details = new LinkedHashMap<>(ModelTree.of(api));
        if (stages) {
            details.put("Stages", stages(api.id()));
        }
        return new Api(
                api.id(),
                api.name(),
                "REST",
                api.description(),
                null,
                api.createdDate(),
                new TreeMap<>(api.tags()),
                details);
    }

    /** Not paged: GetStages of v1 answers with all of them. */
    private List<Map<String, Object>> stages(String id) {
        return Gone.orElse(
                List.of(),
                () ->
                        client.getStages(request -> request.restApiId(id)).item().stream()
                                .map(ModelTree::of)
                                .toList());
    }
}
