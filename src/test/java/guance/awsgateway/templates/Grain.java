package guance.awsgateway.templates;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;

/** Which series a query reads, so that none is added up twice. */
enum Grain {
    @JsonProperty("rest")
    REST("M", "aws_AWS/ApiGateway", List.of("api_name"), "ApiName"),
    @JsonProperty("http")
    HTTP("M", "aws_AWS/ApiGateway", List.of("api_name"), "ApiId"),
    @JsonProperty("api")
    API("M", "aws_AWS/ApiGateway", List.of("api_name"), "ApiName", "ApiId"),
    @JsonProperty("rest-stage")
    REST_STAGE("M", "aws_AWS/ApiGateway", List.of("api_name", "Stage"), "ApiName,Stage"),
    @JsonProperty("http-stage")
    HTTP_STAGE("M", "aws_AWS/ApiGateway", List.of("api_name", "Stage"), "ApiId,Stage"),
    @JsonProperty("objects")
    OBJECTS("CO", "aws_gateway", List.of("api_name")),
    @JsonProperty("collector")
    COLLECTOR("M", "guance_aws_gateway", List.of());

    private final String namespace;
    private final String source;
    private final List<String> variables;
    private final List<String> dimensions;

    Grain(String namespace, String source, List<String> narrower, String... dimensions) {
        this.namespace = namespace;
        this.source = source;
        this.variables =
                Stream.concat(Stream.of("account_name", "region_id"), narrower.stream()).toList();
        this.dimensions = List.of(dimensions);
    }

    /** Of DQL: M or CO. */
    String namespace() {
        return namespace;
    }

    /** The same in the editor's words. */
    String editorNamespace() {
        return namespace.equals("M") ? "metric" : "custom_object";
    }

    /** A measurement, or the class of an object. */
    String source() {
        return source;
    }

    /** The values of the tag Dimensions; none where there is no such tag. */
    List<String> dimensions() {
        return dimensions;
    }

    /** The variables of the dashboard that every series of the grain has as a tag. */
    List<String> variables() {
        return variables;
    }
}
