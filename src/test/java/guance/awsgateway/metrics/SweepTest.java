package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {

    @ParameterizedTest(name = "probe {0}, last one {1}, run up to {2}: due {3}")
    @CsvSource({
        "true, , 2026-11-24T08:00:00Z, true",
        "true, 2026-11-24T07:05:00Z, 2026-11-24T08:00:00Z, false",
        "true, 2026-11-24T07:00:00Z, 2026-11-24T08:00:00Z, true",
        "true, 2026-11-24T09:00:00Z, 2026-11-24T08:00:00Z, false",
        "false, , 2026-11-24T08:00:00Z, false",
        "false, 2026-11-24T07:55:00Z, 2026-11-24T08:00:00Z, true"
    })
    void itIsDueOnceAnHourAndOnceAfterTheProbe(
            boolean probes, Instant swept, Instant settled, boolean due) {
        assertThat(Sweep.isDue(probes, swept, settled)).isEqualTo(due);
    }
}
