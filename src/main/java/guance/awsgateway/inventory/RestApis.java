package guance.awsgateway.inventory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.GetRestApisResponse;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/** Lists the REST APIs of a target (API Gateway v1). */
final class RestApis implements ApiListing {

    private static final int PAGE = 500;

    private final ApiGatewayClient client;

    RestApis(ApiGatewayClient client) {
        this.client = client;
    }

    @Override
    public List<Api> apis() {
        return Pages.all(
                        "GetRestApis",
                        position -> client.getRestApis(r -> r.limit(PAGE).position(position)),
                        GetRestApisResponse::items,
                        GetRestApisResponse::position)
                .stream()
                .map(RestApis::api)
                .toList();
    }

    private static Api api(RestApi api) {
        return new Api(
                api.id(),
                api.name(),
                "REST",
                api.description(),
                null,
                api.createdDate(),
                new TreeMap<>(api.tags()),
                ModelTree.of(api));
    }

    /** Not paged: GetStages of v1 answers with all of them. */
    @Override
    public List<Map<String, Object>> stages(String apiId) {
        return Gone.orElse(
                List.of(),
                () ->
                        client.getStages(request -> request.restApiId(apiId)).item().stream()
                                .map(ModelTree::of)
                                .toList());
    }
}
