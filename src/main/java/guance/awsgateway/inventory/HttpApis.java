package guance.awsgateway.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesResponse;

/** Lists the HTTP and WebSocket APIs of a target (API Gateway v2). */
final class HttpApis {

    private static final String PAGE = "500";

    private final ApiGatewayV2Client client;

    HttpApis(ApiGatewayV2Client client) {
        this.client = client;
    }

    /**
     * @param stages whether each API's stages are read too, at a call an API or more
     */
    List<Api> list(boolean stages) {
        return Pages.all(this::apis, GetApisResponse::items, GetApisResponse::nextToken).stream()
                .map(api -> api(api, stages))
                .toList();
    }

    private Api api(software.amazon.awssdk.services.apigatewayv2.model.Api api, boolean stages) {
        Map<String, Object> details = new LinkedHashMap<>(ModelTree.of(api));
        if (stages) {
            details.put("Stages", stages(api.apiId()));
        }
        return new Api(
                api.apiId(),
                api.name(),
                api.protocolTypeAsString(),
                api.description(),
                api.apiKeySelectionExpression(),
                api.createdDate(),
                new TreeMap<>(api.tags()),
                details);
    }

    private GetApisResponse apis(String token) {
        return client.getApis(request -> request.maxResults(PAGE).nextToken(token));
    }

    private List<Map<String, Object>> stages(String id) {
        return Gone.orElse(List.of(), () -> allStages(id));
    }

    private List<Map<String, Object>> allStages(String id) {
        return Pages.all(
                        token ->
                                client.getStages(
                                        request ->
                                                request.apiId(id)
                                                        .maxResults(PAGE)
                                                        .nextToken(token)),
                        GetStagesResponse::items,
                        GetStagesResponse::nextToken)
                .stream()
                .map(ModelTree::of)
                .toList();
    }
}
