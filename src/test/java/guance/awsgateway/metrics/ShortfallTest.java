package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShortfallTest {

    @Test
    void whatIsMissingIsToldWithItsNumbers() {
        MetricRequest request =
                new RequestPacker(TestSettings.of("metrics.statistics=Sum").metrics())
                        .pack(
                                Sets.series(Sets.set("ApiName", "a"), "Count", "Latency"),
                                Sets.window(Duration.ofMinutes(5)))
                        .get(0);

        Answer answer = new Answer(request, Duration.ofMinutes(1));

        assertThat(answer.shortfall())
                .hasValue(
                        "GetMetricData left 2 of 2 queries incomplete (no answer), first Sum of"
                                + " Count {ApiName=a}");
    }
}
