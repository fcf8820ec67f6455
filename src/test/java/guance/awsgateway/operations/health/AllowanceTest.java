package guance.awsgateway.operations.health;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import guance.awsgateway.metrics.Pace;
import guance.awsgateway.operations.Job;
import guance.awsgateway.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:15:00Z");

    @ParameterizedTest(name = "{0}, every {1}: {2}")
    @CsvSource({
        "metrics, 0 0/5 * * * ?, PT20M",
        "metrics, 0 0/15 * * * ?, PT36M",
        "metrics, 0 0 * * * ?, PT2H6M",
        "objects, 0 0/5 * * * ?, PT20M",
        "objects, 0 0/15 * * * ?, PT30M",
        "objects, 0 0 8 * * ?, PT48H"
    })
    void whoRunsSeldomMayLieFurtherBehind(String job, String cron, Duration allowed) {
        Settings settings = TestSettings.of(job + ".cron=" + cron);
        Pace pace = new Pace(TestSettings.targets(settings), settings.metrics());

        assertThat(
                        new Allowance(settings, pace)
                                .of(
                                        TestSettings.TARGET,
                                        job.equals("metrics") ? Job.METRICS : Job.OBJECTS,
                                        NOW))
                .isEqualTo(allowed);
    }
}
