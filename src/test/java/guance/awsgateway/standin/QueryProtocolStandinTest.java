package guance.awsgateway.standin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an older SDK sends and reads. */
class QueryProtocolStandinTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Metric LATENCY =
            new Metric(Metric.API_GATEWAY, "Latency", Map.of("ApiName", "service-1"));

    private final World world = World.steady(3);
    private final AwsStandin aws = new AwsStandin(world, Clock.fixed(NOON, ZoneOffset.UTC));

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void seriesAreListedByNameAndDimension() throws Exception {
        String xml =
                post("Action=ListMetrics&Namespace=AWS/ApiGateway&MetricName=Latency"
                                + "&Dimensions.member.1.Name=ApiName")
                        .body();

        assertThat(all(xml, "<Value>(.*?)</Value>"))
                .containsExactlyInAnyOrder("service-0", "service-1", "service-2");
        assertThat(all(xml, "<MetricName>(.*?)</MetricName>")).containsOnly("Latency");
    }

    @Test
    void valuesAreTheTruthUnderTheLabelThatWasAskedFor() throws Exception {
        String xml = post(data("Maximum", "a label<&>")).body();

        Map<Datapoint, Statistics> truth =
                world.truth(
                        "shop", "eu-west-1", NOON.minusSeconds(120), NOON, Duration.ofMinutes(1));
        assertThat(all(xml, "<member>([0-9.]+)</member>"))
                .containsExactly(
                        maximum(truth, NOON.minusSeconds(60)),
                        maximum(truth, NOON.minusSeconds(120)));
        assertThat(all(xml, "<member>([0-9:TZ-]+)</member>"))
                .containsExactly("2026-11-24T11:59:00Z", "2026-11-24T11:58:00Z");
        assertThat(xml).contains("<Label>a label&lt;&amp;></Label>");
    }

    private static String maximum(Map<Datapoint, Statistics> truth, Instant minute) {
        return Double.toString(truth.get(new Datapoint(LATENCY, minute)).maximum());
    }

    @Test
    void whatIsWrongIsRefusedInXml() throws Exception {
        HttpResponse<String> answer = post(data("Median", "x"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>ValidationError</Code>").contains("Median");
    }

    private static String data(String statistic, String label) {
        String query = "&MetricDataQueries.member.1.";
        return "Action=GetMetricData&StartTime=2026-11-24T11:58:00Z&EndTime=2026-11-24T12:00:00Z"
                + (query + "Id=q1")
                + (query + "Label=" + URLEncoder.encode(label, UTF_8))
                + (query + "MetricStat.Stat=" + statistic)
                + (query + "MetricStat.Period=60")
                + (query + "MetricStat.Metric.Namespace=AWS/ApiGateway")
                + (query + "MetricStat.Metric.MetricName=Latency")
                + (query + "MetricStat.Metric.Dimensions.member.1.Name=ApiName")
                + (query + "MetricStat.Metric.Dimensions.member.1.Value=service-1");
    }

    private HttpResponse<String> post(String form) throws Exception {
        String scope = world.account("shop").accessKey() + "/20261124/eu-west-1/monitoring";
        HttpRequest request =
                HttpRequest.newBuilder(aws.endpoint().resolve("/"))
                        .header("Authorization", "Credential=" + scope + "/aws4_request")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static List<String> all(String xml, String pattern) {
        return Pattern.compile(pattern).matcher(xml).results().map(m -> m.group(1)).toList();
    }
}
