package guance.awsgateway.standin;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

class AwsQuotasTest {
    private static final Metric COUNT = new Metric("AWS/ApiGateway", "Count", Map.of());

    private final TestClock clock = new TestClock("2026-11-24T12:00:00Z");
    private final AwsStandin aws = new AwsStandin(World.demo(), clock);
    private final CloudWatchClient europe = AwsClients.of(aws, "shop", "eu-west-1").cloudWatch();
    private final CloudWatchClient america = AwsClients.of(aws, "shop", "us-east-1").cloudWatch();

    @BeforeEach
    void enforce() {
        aws.quotas().enforce();
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void theControlPlaneIsTheAccountsInAllRegionsAndBothVersions() {
        AwsClients here = AwsClients.of(aws, "shop", "eu-west-1");
        AwsClients there = AwsClients.of(aws, "shop", "us-east-1");

        assertThat(passed(30, () -> here.rest().getRestApis())).isEqualTo(30);
        assertThat(passed(15, () -> there.v2().getApis(request -> {}))).isEqualTo(10);
        clock.advance(Duration.ofSeconds(1));
        assertThat(passed(15, () -> here.v2().getApis(request -> {}))).isEqualTo(10);
    }

    @Test
    void listMetricsIsTheRegions() {
        assertThat(passed(30, europe::listMetrics)).isEqualTo(25);
        assertThat(passed(30, america::listMetrics)).isEqualTo(25);
    }

    @Test
    void datapointsCountByWhatIsAskedForWithinThreeHoursAndBefore() {
        assertThat(passed(3, () -> data(europe, 100, 60))).isEqualTo(3);
        assertThat(passed(2, () -> data(europe, 500, 179))).isEqualTo(1);
        assertThat(passed(2, () -> data(europe, 500, 200))).isEqualTo(1);
        clock.advance(Duration.ofMillis(500));
        assertThat(passed(2, () -> data(europe, 500, 179))).isEqualTo(1);
        assertThat(passed(1, () -> data(europe, 500, 200))).isZero();
    }

    @Test
    void getMetricDataIsCountedByCalls() {
        assertThat(passed(55, () -> data(europe, 1, 1))).isEqualTo(50);
    }

    @Test
    void aMessageComesBesideTheResults() {
        aws.faults().add(AwsFault.message().times(1));

        GetMetricDataResponse first = data(europe, 1, 1);
        GetMetricDataResponse second = data(europe, 1, 1);

        assertThat(first.messages())
                .singleElement()
                .matches(message -> message.code().equals("MaxMetricsExceeded"));
        assertThat(first.metricDataResults()).hasSize(1);
        assertThat(second.messages()).isEmpty();
    }

    private GetMetricDataResponse data(CloudWatchClient client, int queries, int minutes) {
        Instant end = clock.instant();
        List<MetricDataQuery> asked =
                IntStream.range(0, queries)
                        .mapToObj(i -> AwsClients.query("q" + i, COUNT, "Sum", 60))
                        .toList();
        return client.getMetricData(
                request ->
                        request.startTime(end.minus(Duration.ofMinutes(minutes)))
                                .endTime(end)
                                .metricDataQueries(asked));
    }

    /**
     * @return how many were not throttled
     */
    private static long passed(int calls, Runnable call) {
        return IntStream.range(0, calls).filter(i -> passes(call)).count();
    }

    private static boolean passes(Runnable call) {
        try {
            call.run();
            return true;
        } catch (AwsServiceException e) {
            assertThat(e.isThrottlingException()).isTrue();
            return false;
        }
    }
}
