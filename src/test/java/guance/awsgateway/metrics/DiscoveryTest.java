package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.inventory.Apis;
import guance.awsgateway.inventory.ChosenApis;
import guance.awsgateway.inventory.Inventory;
import guance.awsgateway.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

class DiscoveryTest {
    private static final String NAMESPACE = "AWS/ApiGateway";
    private final Inventory inventory =
            Apis.inventory(
                    Apis.api("k3", "orders", "REST", Map.of("env", "prod")),
                    Apis.api("w5", "chat", "WEBSOCKET", Map.of("env", "dev")));

    @Test
    void aSeriesNamedOnTwoPagesInTwoOrdersIsOne() {
        Discovery discovery = discovery();
        Set<Series> found = discovery.none();

        discovery.keep(found, page(metric("Count", "ApiName", "a", "Stage", "b")), inventory);
        discovery.keep(found, page(metric("Count", "Stage", "b", "ApiName", "a")), inventory);

        assertThat(found)
                .containsExactly(new Series(Sets.set("ApiName", "a", "Stage", "b"), "Count"));
    }

    @Test
    void grainsAndApisConcernApiGatewayAlone() {
        Set<Series> found =
                keep(
                        page(
                                metric("Count", "ApiName", "orders"),
                                metric("Count", "ApiName", "orders", "Method", "GET"),
                                metric("Count", "ApiName", "unknown"),
                                metric("Count", "ApiId", "w5"),
                                metric("Count"),
                                other("Errors", "FunctionName", "orders"),
                                other("Duration", "FunctionName", "orders")),
                        "apis.tags.env=prod",
                        "metrics.selection[0]=ALL",
                        "metrics.selection[1]=AWS/Lambda: Errors");

        assertThat(found)
                .containsExactly(
                        new Series(Sets.set("ApiName", "orders"), "Count"),
                        new Series(Sets.other("AWS/Lambda", "FunctionName", "orders"), "Errors"));
    }

    @Test
    void theRollUpIsAGrainThatCanBeChosen() {
        Set<Series> found =
                keep(page(metric("Count"), metric("Count", "ApiId", "w5")), "metrics.grains=none");

        assertThat(found).containsExactly(new Series(Sets.set(), "Count"));
    }

    @Test
    void oddCharactersStayAsTheyAre() {
        String odd = "/{proxy+}=,\\ \"$default\n";

        Set<Series> found = keep(page(metric("Count", "ApiName", odd)), "metrics.grains=ALL");

        assertThat(found).containsExactly(new Series(Sets.set("ApiName", odd), "Count"));
    }

    @Test
    void whatAnEmulatorNamesByHalfIsNoSeries() {
        Metric nameless = metric("Count", "ApiName", "orders").toBuilder().metricName(null).build();
        Metric nowhere = metric("Count", "ApiName", "orders").toBuilder().namespace(null).build();

        Set<Series> found =
                keep(
                        page(
                                nameless,
                                nowhere,
                                metric("Count", "ApiName", null),
                                metric("Count", null, "orders"),
                                metric("Latency", "ApiName", "orders")),
                        "metrics.selection[0]=Count, Latency");

        assertThat(found).containsExactly(new Series(Sets.set("ApiName", "orders"), "Latency"));
    }

    @Test
    void theNamespacesOfTheSelectionAreListed() {
        assertThat(discovery("metrics.selection[0]=AWS/Lambda: Errors").namespaces())
                .containsExactly("AWS/Lambda");
        assertThat(discovery().namespaces()).containsExactly(NAMESPACE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "PT15M, cloudwatch-recent-",
        "PT2H30M, cloudwatch-recent-",
        "PT2H30M1S, cloudwatch-",
        "P1D, cloudwatch-"
    })
    void anOldWindowIsDiscoveredWithoutTheRecentClient(Duration age, String client) {
        Instant from = Instant.parse("2026-11-24T12:00:00Z").minus(age);

        assertThat(discovery().client(new Window(from, from.plusSeconds(300)))).isEqualTo(client);
    }

    private Set<Series> keep(ListMetricsResponse page, String... lines) {
        Discovery discovery = discovery(lines);
        Set<Series> found = discovery.none();
        discovery.keep(found, page, inventory);
        return found;
    }

    private static Discovery discovery(String... lines) {
        Settings settings = TestSettings.of(lines);
        return new Discovery(
                settings.metrics(),
                new ChosenApis(settings.apis()),
                new TestClock("2026-11-24T12:00:00Z"));
    }

    private static ListMetricsResponse page(Metric... metrics) {
        return ListMetricsResponse.builder().metrics(metrics).build();
    }

    private static Metric metric(String name, String... namesAndValues) {
        Dimension[] dimensions = new Dimension[namesAndValues.length / 2];
        for (int i = 0; i < dimensions.length; i++) {
            dimensions[i] =
                    Dimension.builder()
                            .name(namesAndValues[2 * i])
                            .value(namesAndValues[2 * i + 1])
                            .build();
        }
        return Metric.builder()
                .namespace(NAMESPACE)
                .metricName(name)
                .dimensions(dimensions)
                .build();
    }

    private static Metric other(String name, String... namesAndValues) {
        return metric(name, namesAndValues).toBuilder().namespace("AWS/Lambda").build();
    }
}
