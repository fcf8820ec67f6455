package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.inventory.Apis;
import guance.awsgateway.inventory.Inventory;
import guance.awsgateway.target.OddAnswerException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
        Listing listing = listing();

        discovery.keep(listing, page(metric("Count", "ApiName", "a", "Stage", "b")), inventory);
        discovery.keep(listing, page(metric("Count", "Stage", "b", "ApiName", "a")), inventory);

        assertThat(listing.series())
                .containsExactly(new Series(Sets.set("ApiName", "a", "Stage", "b"), "Count"));
    }

    @Test
    void grainsAndApisConcernApiGatewayAlone() {
        List<Series> found =
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
        List<Series> found =
                keep(page(metric("Count"), metric("Count", "ApiId", "w5")), "metrics.grains=none");

        assertThat(found).containsExactly(new Series(Sets.set(), "Count"));
    }

    @Test
    void aPageThatLeadsToItselfIsAnErrorAndNoLoop() {
        Listing listing = listing();
        listing.turn("2");
        listing.turn("3");

        assertThatThrownBy(() -> listing.turn("3"))
                .isInstanceOf(OddAnswerException.class)
                .hasMessageContaining("AWS_ENDPOINT_URL");
    }

    @Test
    void anotherNamespaceMayUseTheSameTokens() {
        Listing listing = listing();
        listing.turn("2");
        listing.turn(null);

        assertThatCode(() -> listing.turn("2")).doesNotThrowAnyException();
    }

    @Test
    void oddCharactersStayAsTheyAre() {
        String odd = "/{proxy+}=,\\ \"$default\n";

        List<Series> found = keep(page(metric("Count", "ApiName", odd)), "metrics.grains=ALL");

        assertThat(found).containsExactly(new Series(Sets.set("ApiName", odd), "Count"));
    }

    @Test
    void whatAnEmulatorNamesByHalfIsNoSeries() {
        Metric nameless = metric("Count", "ApiName", "orders").toBuilder().metricName(null).build();
        Metric nowhere = metric("Count", "ApiName", "orders").toBuilder().namespace(null).build();

        List<Series> found =
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

    @Test
    void aClockThatIsAheadPutsNoListingIntoTheFuture() {
        TestClock clock = new TestClock("2026-11-24T12:00:00Z");
        Minutes minutes = new Minutes(clock);
        Instant ahead = clock.instant().plus(Duration.ofHours(1));
        list(minutes, ahead, page(metric("Count", "ApiName", "orders")));

        clock.advance(Duration.ofHours(1));
        Plan plan = minutes.windows.plan(TestSettings.TARGET, ahead);

        assertThat(minutes.states.of(TestSettings.TARGET).recentAt())
                .contains(Instant.parse("2026-11-24T12:00:00Z"));
        assertThat(minutes.discovery.due(TestSettings.TARGET, plan, ahead)).isNotEmpty();
    }

    /** What the series of the target are once the page is listed. */
    private List<Series> keep(ListMetricsResponse page, String... lines) {
        Minutes minutes = new Minutes(new TestClock("2026-11-24T12:00:00Z"), lines);
        Plan plan = list(minutes, minutes.clock.instant(), page);
        return minutes.discovery.series(TestSettings.TARGET, plan);
    }

    private Plan list(Minutes minutes, Instant scheduled, ListMetricsResponse page) {
        Plan plan = minutes.windows.plan(TestSettings.TARGET, scheduled);
        Listing listing = minutes.discovery.due(TestSettings.TARGET, plan, scheduled).get(0);
        minutes.discovery.keep(listing, page, inventory);
        minutes.discovery.complete(listing);
        minutes.discovery.adopt(TestSettings.TARGET, listing, inventory, plan, scheduled);
        return plan;
    }

    private static Discovery discovery(String... lines) {
        return new Minutes(new TestClock("2026-11-24T12:00:00Z"), lines).discovery;
    }

    private static Listing listing() {
        return new Listing(
                "cloudwatch",
                true,
                Optional.empty(),
                new DiscoveryTally(TestSettings.of().metrics().statistics()));
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
