package guance.awsgateway.target;

import guance.awsgateway.settings.ProxyAddress;
import guance.awsgateway.settings.ProxySettings;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The AWS clients of one target, over an HTTP client of its own, so that a hanging region takes no
 * connection from another. Endpoint and FIPS come from the SDK's own chain.
 *
 * @param recent as {@code cloudWatch}, but its ListMetrics names the series of the last 3 h only
 * @param wire what they call by
 */
public record AwsClients(
        ApiGatewayClient rest,
        ApiGatewayV2Client http,
        CloudWatchClient cloudWatch,
        CloudWatchClient recent,
        SdkHttpClient wire)
        implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Above the most that metrics.concurrency can be. */
    private static final int CONNECTIONS = 128;

    /** The SDK's own reading of the environment passes HTTPS_PROXY over. */
    private static final ProxyConfiguration NO_PROXY_OF_ITS_OWN =
            ProxyConfiguration.builder()
                    .useEnvironmentVariableValues(false)
                    .useSystemPropertyValues(false)
                    .build();

    /** Calls wait for our part of the quotas, and tell AWS's time. */
    public static AwsClients of(Target target, Quotas quotas, AwsTime time, ProxySettings proxies) {
        SdkHttpClient wire =
                Apache5HttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .maxConnections(CONNECTIONS)
                        .proxyConfiguration(NO_PROXY_OF_ITS_OWN)
                        .httpRoutePlanner(new SystemDefaultRoutePlanner(proxies.selector()))
                        .credentialsProvider(logins(proxies))
                        .build();
        AwsCredentialsProvider credentials = new Credentials(wire).of(target);
        ClientOverrideConfiguration policy =
                CallPolicy.standard(time.of(target), quotas.of(target));
        ClientOverrideConfiguration recent =
                CallPolicy.standard(time.of(target), quotas.of(target), new RecentlyActive());
        Region region = Region.of(target.region());
        return new AwsClients(
                build(ApiGatewayClient.builder(), wire, credentials, region, policy),
                build(ApiGatewayV2Client.builder(), wire, credentials, region, policy),
                build(CloudWatchClient.builder(), wire, credentials, region, policy),
                build(CloudWatchClient.builder(), wire, credentials, region, recent),
                wire);
    }

    private static CredentialsProvider logins(ProxySettings proxies) {
        BasicCredentialsProvider logins = new BasicCredentialsProvider();
        for (ProxyAddress proxy : proxies.withUser()) {
            char[] password = proxy.password().value().toCharArray();
            logins.setCredentials(
                    new AuthScope(proxy.host(), proxy.port()),
                    new UsernamePasswordCredentials(proxy.user().orElseThrow(), password));
        }
        return logins;
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            B builder,
            SdkHttpClient wire,
            AwsCredentialsProvider credentials,
            Region region,
            ClientOverrideConfiguration policy) {
        return builder.region(region)
                .credentialsProvider(credentials)
                .httpClient(wire)
                .overrideConfiguration(policy)
                .build();
    }

    @Override
    public void close() {
        Stream.of(rest, http, cloudWatch, recent, wire).forEach(SdkAutoCloseable::close);
    }
}
