package guance.awsgateway.target;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/**
 * The AWS clients of one target, over an HTTP client of its own, so that a hanging region takes no
 * connection from another. Endpoint, FIPS and proxy come from the SDK's own chain.
 *
 * @param recent as {@code cloudWatch}, but its ListMetrics names the series of the last 3 h only
 */
public record AwsClients(
        ApiGatewayClient rest,
        ApiGatewayV2Client http,
        CloudWatchClient cloudWatch,
        CloudWatchClient recent) {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Above the most that metrics.concurrency can be. */
    private static final int CONNECTIONS = 128;

    public static AwsClients of(Target target) {
        SdkHttpClient http =
                Apache5HttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .maxConnections(CONNECTIONS)
                        .build();
        AwsCredentialsProvider credentials = new Credentials(http).of(target);
        Region region = Region.of(target.region());
        return new AwsClients(
                build(ApiGatewayClient.builder(), http, credentials, region),
                build(ApiGatewayV2Client.builder(), http, credentials, region),
                build(CloudWatchClient.builder(), http, credentials, region),
                build(CloudWatchClient.builder(), http, credentials, region, new RecentlyActive()));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            B builder,
            SdkHttpClient http,
            AwsCredentialsProvider credentials,
            Region region,
            ExecutionInterceptor... interceptors) {
        return builder.region(region)
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(CallPolicy.standard(interceptors))
                .build();
    }
}
