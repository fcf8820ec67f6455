package guance.awsgateway.target;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTest {

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "metrics.quota-share=50%, LIST_METRICS, 12.5, 12.5",
        "metrics.quota-share=50%, GET_METRIC_DATA, 25, 25",
        "metrics.quota-share=50%, RECENT_DATAPOINTS, 90000, 100800",
        "metrics.quota-share=50%, OLDER_DATAPOINTS, 45000, 100800",
        "metrics.quota-share=50%, CONTROL_PLANE, 2, 10",
        "metrics.quota-share=1%, LIST_METRICS, 0.25, 1",
        "metrics.quota-share=1%, RECENT_DATAPOINTS, 1800, 100800",
        "metrics.quota-share=80%, GET_METRIC_DATA, 40, 10",
        "metrics.quota-share=100%, GET_METRIC_DATA, 50, 1",
        "apis.requests-per-second=9, CONTROL_PLANE, 9, 10"
    })
    void itIsTheShareThatTheSettingsGive(String line, Quota quota, double perSecond, double burst) {
        Settings settings = TestSettings.of(line);

        assertThat(Allowance.of(quota, settings.apis(), settings.metrics()))
                .isEqualTo(new Allowance(perSecond, burst));
    }
}
