package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.World;
import guance.awsgateway.target.AwsClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MessageData;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** Answers that the stand-in does not give, made of its own on their way to the reader. */
class OddAnswersTest {
    private final MetricSettings settings = TestSettings.of().metrics();
    private final AwsStandin aws =
            new AwsStandin(World.demo(), new TestClock("2026-11-24T12:00:00Z"));

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void aMessageAboutTheWholeAnswerLeavesEveryQueryIncomplete() {
        MessageData message =
                MessageData.builder()
                        .code("MaxMetricsExceeded")
                        .value("Maximum number of allowed metrics exceeded")
                        .build();

        Answer answer = read(page -> page.toBuilder().messages(message).build());

        assertThat(answer.shortfall())
                .contains(
                        "GetMetricData left 4 of 4 queries incomplete (MaxMetricsExceeded: Maximum"
                                + " number of allowed metrics exceeded), first Maximum of Count"
                                + " {ApiName=orders-api}");
        assertThat(aws.calls().count("GetMetricData")).isEqualTo(2);
    }

    @Test
    void aTokenThatLeadsBackToItselfEndsTheRequest() {
        assertThatThrownBy(() -> read(page -> page.toBuilder().nextToken("again").build()))
                .hasMessage("GetMetricData answered with the NextToken that it was asked with");
    }

    @Test
    void anEmptyTokenEndsThePages() {
        Answer answer = read(page -> page.toBuilder().nextToken("").build());

        assertThat(answer.outstanding()).isEmpty();
        assertThat(aws.calls().count("GetMetricData")).isEqualTo(1);
    }

    @Test
    void aQueryLeftOutIsAskedForOnceMore() {
        Answer answer =
                read(
                        page ->
                                page.toBuilder()
                                        .metricDataResults(page.metricDataResults().subList(1, 4))
                                        .build());

        assertThat(answer.outstanding()).containsExactly(0);
        assertThat(aws.calls().count("GetMetricData")).isEqualTo(2);
    }

    @Test
    void anIdThatWasNotAskedForIsIgnored() {
        MetricDataResult stray =
                MetricDataResult.builder()
                        .id("label0")
                        .statusCode("Complete")
                        .timestamps(Sets.EIGHT)
                        .values(1.0)
                        .build();

        Answer answer =
                read(
                        page -> {
                            var results = new ArrayList<>(page.metricDataResults());
                            results.add(stray);
                            return page.toBuilder().metricDataResults(results).build();
                        });

        assertThat(answer.outstanding()).isEmpty();
    }

    private Answer read(UnaryOperator<GetMetricDataResponse> change) {
        CloudWatchClient client = client(change);
        AwsClients clients = new AwsClients(null, null, client, client, null);
        MetricRequest request =
                new RequestPacker(settings)
                        .pack(
                                Sets.series(Sets.set("ApiName", "orders-api"), "Count"),
                                Sets.window(Duration.ofMinutes(5)))
                        .get(0);
        return new MetricReader(id -> clients, settings).read(TestSettings.TARGET, request);
    }

    private CloudWatchClient client(UnaryOperator<GetMetricDataResponse> change) {
        String key = aws.world().account("shop").accessKey();
        return CloudWatchClient.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "any")))
                .overrideConfiguration(o -> o.addExecutionInterceptor(new Changing(change)))
                .build();
    }

    private record Changing(UnaryOperator<GetMetricDataResponse> change)
            implements ExecutionInterceptor {

        /** The stand-in knows no token but its own. */
        @Override
        public SdkRequest modifyRequest(
                Context.ModifyRequest context, ExecutionAttributes attributes) {
            return ((GetMetricDataRequest) context.request()).toBuilder().nextToken(null).build();
        }

        @Override
        public SdkResponse modifyResponse(
                Context.ModifyResponse context, ExecutionAttributes attributes) {
            return change.apply((GetMetricDataResponse) context.response());
        }
    }
}
