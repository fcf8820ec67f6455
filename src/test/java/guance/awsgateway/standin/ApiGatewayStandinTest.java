package guance.awsgateway.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.RestApi;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

class ApiGatewayStandinTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private AwsStandin aws;

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void restApisComePageByPage() {
        AwsClients clients = start(World.large(100, 100), PageSizes.AWS);

        List<RestApi> apis =
                clients.rest().getRestApisPaginator(r -> r.limit(500)).items().stream().toList();

        assertThat(apis).hasSize(60).doesNotHaveDuplicates();
        assertThat(apis.get(0).name()).isEqualTo("service-0");
        assertThat(aws.calls().count("GetRestApis", "shop", "eu-west-1")).isEqualTo(3);
    }

    @Test
    void apisOfV2ComeBetweenAnEmptyPageAndAnEmptyToken() {
        AwsClients clients = start(World.demo(), PageSizes.SMALL);

        List<GetApisResponse> pages = v2Pages(clients.v2());

        assertThat(pages.get(0).items()).isEmpty();
        assertThat(pages.get(pages.size() - 1).nextToken()).isEmpty();
        assertThat(pages.stream().flatMap(page -> page.items().stream()).map(Api::name))
                .containsExactly("orders-api", "chat");
    }

    @Test
    void theReferenceApiIsThere() {
        start(World.demo(), PageSizes.AWS);
        AwsClients clients = AwsClients.of(aws, "ops", "cn-northwest-1");

        Api api = clients.v2().getApis(r -> {}).items().get(0);

        assertThat(api.toString())
                .isEqualTo(
                        "Api(ApiEndpoint=https://c72z3thtq8.execute-api.cn-northwest-1.amazonaws.com,"
                                + " ApiId=c72z3thtq8, ApiKeySelectionExpression=$request.header.x-api-key,"
                                + " CreatedDate=2022-11-11T09:17:35Z, Description=Created by AWS Lambda,"
                                + " DisableExecuteApiEndpoint=false, Name=helloworld-API,"
                                + " ProtocolType=HTTP, Tags={})");
    }

    @Test
    void answersFromTheFieldAreServedAsTheyCame() {
        AwsClients clients = start(World.shop(Region.recorded("eu-west-1")), PageSizes.AWS);

        List<RestApi> rest = clients.rest().getRestApisPaginator(r -> {}).items().stream().toList();

        assertThat(rest).hasSize(6);
        assertThat(rest.get(1).policy()).startsWith("{\\\"Version\\\"").contains("u7n3ov96ab\\/*");
        assertThat(rest.get(3).createdDate()).isEqualTo("2025-09-04T18:19:31.400Z");
        assertThat(v2Pages(clients.v2()).stream().mapToInt(page -> page.items().size()).sum())
                .isEqualTo(4);
        assertThat(clients.rest().getStages(r -> r.restApiId("k3f9d0q2zm")).item()).hasSize(2);
        assertThat(clients.v2().getStages(r -> r.apiId("w5x6y7z8a9")).items())
                .extracting(Stage::stageName)
                .containsExactly("prod");
    }

    @Test
    void anUnknownApiIsNotFound() {
        ApiGatewayV2Client v2 = start(World.demo(), PageSizes.AWS).v2();

        assertThatThrownBy(() -> v2.getStages(r -> r.apiId("nothere")))
                .isInstanceOf(NotFoundException.class);
    }

    private AwsClients start(World world, PageSizes pages) {
        aws = new AwsStandin(world, Clock.fixed(NOON, ZoneOffset.UTC), pages);
        return AwsClients.of(aws, "shop", "eu-west-1");
    }

    private static List<GetApisResponse> v2Pages(ApiGatewayV2Client client) {
        List<GetApisResponse> pages = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            pages.add(client.getApis(r -> r.maxResults("100").nextToken(next)));
            token = pages.get(pages.size() - 1).nextToken();
        } while (token != null && !token.isEmpty());
        return pages;
    }
}
