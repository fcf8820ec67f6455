package guance.awsgateway.inventory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesResponse;

/** Lists the HTTP and WebSocket APIs of a target (API Gateway v2). */
final class HttpApis implements ApiListing {

    private static final String PAGE = "500";

    private final ApiGatewayV2Client client;

    HttpApis(ApiGatewayV2Client client) {
        this.client = client;
    }

    @Override
    public List<Api> apis() {
        return Pages.all(
                        "GetApis",
                        token -> client.getApis(r -> r.maxResults(PAGE).nextToken(token)),
                        GetApisResponse::items,
                        GetApisResponse::nextToken)
                .stream()
                .map(HttpApis::api)
                .toList();
    }

    private static Api api(software.amazon.awssdk.services.apigatewayv2.model.Api api) {
        return new Api(
                api.apiId(),
                api.name(),
                api.protocolTypeAsString(),
                api.description(),
                api.apiKeySelectionExpression(),
                api.createdDate(),
                new TreeMap<>(api.tags()),
                ModelTree.of(api));
    }

    @Override
    public List<Map<String, Object>> stages(String apiId) {
        return Gone.orElse(List.of(), () -> allStages(apiId));
    }

    private List<Map<String, Object>> allStages(String id) {
        return Pages.all(
                        "GetStages",
                        token ->
                                client.getStages(
                                        r -> r.apiId(id).maxResults(PAGE).nextToken(token)),
                        GetStagesResponse::items,
                        GetStagesResponse::nextToken)
                .stream()
                .map(ModelTree::of)
                .toList();
    }
}
