package guance.awsgateway.standin;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.sts.StsClient;

/** The real SDK's clients, which do not retry, so that a test sees each answer. */
public record AwsClients(URI endpoint, String region, AwsCredentials credentials) {

    public static AwsClients of(AwsStandin aws, String account, String region) {
        String key = aws.world().account(account).accessKey();
        return new AwsClients(
                aws.endpoint(), region, AwsBasicCredentials.create(key, "any secret"));
    }

    public ApiGatewayClient rest() {
        return built(ApiGatewayClient.builder()).build();
    }

    public ApiGatewayV2Client v2() {
        return built(ApiGatewayV2Client.builder()).build();
    }

    public CloudWatchClient cloudWatch() {
        return built(CloudWatchClient.builder()).build();
    }

    public StsClient sts() {
        return built(StsClient.builder()).build();
    }

    /** In the SDK's words. */
    public static software.amazon.awssdk.services.cloudwatch.model.Metric metric(Metric metric) {
        List<Dimension> dimensions = new ArrayList<>();
        metric.dimensions()
                .forEach((n, v) -> dimensions.add(Dimension.builder().name(n).value(v).build()));
        return software.amazon.awssdk.services.cloudwatch.model.Metric.builder()
                .namespace(metric.namespace())
                .metricName(metric.name())
                .dimensions(dimensions)
                .build();
    }

    public static MetricDataQuery query(String id, Metric metric, String statistic, int period) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(s -> s.stat(statistic).period(period).metric(metric(metric)))
                .build();
    }

    private <B extends AwsClientBuilder<B, ?>> B built(B builder) {
        return builder.endpointOverride(endpoint)
                .region(software.amazon.awssdk.regions.Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }
}
