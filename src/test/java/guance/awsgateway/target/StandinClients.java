package guance.awsgateway.target;

import guance.awsgateway.standin.AwsStandin;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** The clients of a target under its call policy, with the key of an account of a stand-in. */
public final class StandinClients {

    private StandinClients() {}

    public static AwsClients of(AwsStandin aws, String account, String region) {
        String key = aws.world().account(account).accessKey();
        return of(aws.endpoint(), key, region);
    }

    static AwsClients of(URI endpoint, String key, String region) {
        SdkHttpClient wire = Apache5HttpClient.create();
        return new AwsClients(
                built(ApiGatewayClient.builder(), wire, endpoint, key, region),
                built(ApiGatewayV2Client.builder(), wire, endpoint, key, region),
                built(CloudWatchClient.builder(), wire, endpoint, key, region),
                built(
                        CloudWatchClient.builder(),
                        wire,
                        endpoint,
                        key,
                        region,
                        new RecentlyActive()),
                wire);
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C built(
            B builder,
            SdkHttpClient wire,
            URI endpoint,
            String key,
            String region,
            ExecutionInterceptor... interceptors) {
        return builder.httpClient(wire)
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "any")))
                .overrideConfiguration(CallPolicy.standard(interceptors))
                .build();
    }
}
