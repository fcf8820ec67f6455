package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.MetricSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seven metrics an API, one grain, five statistics of which the Average is derived. */
class ThousandApisTest {

    private final MetricSettings settings = TestSettings.of().metrics();
    private final RequestPacker packer = new RequestPacker(settings);

    @ParameterizedTest(name = "{0} APIs have traffic, {1} read")
    @CsvSource({
        "1000, PT5M, 59, 7000, 28000",
        "1000, PT15M, 59, 7000, 28000",
        "1000, PT70M, 59, 7000, 28000",
        "500, PT5M, 30, 3500, 14000",
        "500, PT15M, 30, 3500, 14000"
    })
    void theBillFollowsTheApisThatAreListedAndNotTheMinutes(
            int active, Duration minutes, int calls, int billed, int bound) {
        List<Series> series = Figures.named(active);

        List<MetricRequest> requests = packer.pack(series, Sets.window(minutes));

        assertThat(requests).hasSize(calls);
        assertThat(requests.subList(0, calls - 1)).allMatch(request -> sets(request) == 17);
        assertThat(Bill.billed(requests)).isEqualTo(billed);
        assertThat(Bill.bound(requests)).isEqualTo(bound);
    }

    @Test
    void whatIsProjectedIsWhatTheRequestsAreBilled() {
        List<Series> series = Figures.named(1000);

        List<MetricRequest> requests = packer.pack(series, Sets.window(Duration.ofMinutes(15)));

        assertThat(Demand.of(series, settings.statistics()))
                .isEqualTo(new Demand(7000, Bill.billed(requests), Bill.bound(requests), 35_000));
    }

    private static long sets(MetricRequest request) {
        return request.queries().stream().map(Query::set).distinct().count();
    }
}
