package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * APIs and stages in the wire's casing: v1 has epoch dates, v2 ISO dates. Sources: the service
 * models of apigateway (2015-07-09) and apigatewayv2 (2018-11-29).
 */
final class ApiJson {
    private ApiJson() {}

    static ObjectNode restApi(Api api) {
        ObjectNode json = object();
        json.put("id", api.id()).put("name", api.name());
        describe(json, api);
        json.put("createdDate", api.created().getEpochSecond());
        json.put("apiKeySource", "HEADER");
        json.putObject("endpointConfiguration").putArray("types").add("REGIONAL");
        tags(json, api);
        return json.put("disableExecuteApiEndpoint", false).put("rootResourceId", "r" + api.id());
    }

    static ObjectNode restStage(Api api, Stage stage) {
        ObjectNode json = object();
        json.put("deploymentId", "d1d2d3").put("stageName", stage.name());
        json.put("cacheClusterEnabled", stage.caching());
        json.putObject("methodSettings")
                .putObject("*/*")
                .put("metricsEnabled", !stage.detailed().isEmpty());
        texts(json.putObject("variables"), stage.variables());
        json.put("createdDate", api.created().getEpochSecond());
        return json.put("lastUpdatedDate", api.created().getEpochSecond());
    }

    static ObjectNode api(Api api, String region) {
        String scheme = api.protocol() == Protocol.HTTP ? "https" : "wss";
        String host = api.id() + ".execute-api." + region + ".amazonaws.com";
        ObjectNode json = object();
        json.put("apiEndpoint", scheme + "://" + host).put("apiId", api.id());
        json.put("apiKeySelectionExpression", "$request.header.x-api-key");
        json.put("createdDate", api.created().toString());
        describe(json, api);
        json.put("disableExecuteApiEndpoint", false).put("name", api.name());
        json.put("protocolType", api.protocol().name());
        tags(json, api);
        return json;
    }

    static ObjectNode stage(Api api, Stage stage) {
        ObjectNode json = object();
        json.put("createdDate", api.created().toString());
        json.putObject("defaultRouteSettings")
                .put("detailedMetricsEnabled", !stage.detailed().isEmpty());
        json.put("deploymentId", "x1x2x3").put("lastUpdatedDate", api.created().toString());
        json.put("stageName", stage.name());
        texts(json.putObject("stageVariables"), stage.variables());
        return json;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void describe(ObjectNode json, Api api) {
        if (!api.description().isEmpty()) {
            json.put("description", api.description());
        }
    }

    private static void tags(ObjectNode json, Api api) {
        texts(json.putObject("tags"), api.tags());
    }

    private static void texts(ObjectNode json, Map<String, String> values) {
        values.forEach(json::put);
    }
}
