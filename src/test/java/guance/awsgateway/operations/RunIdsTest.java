package guance.awsgateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunIdsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.999Z");
    private static final RunKey METRICS = new RunKey("shop-eu-west-1", Job.METRICS);

    @Test
    void anIdSaysWhenWhatAndWhereAndIsGivenOnce() {
        RunIds ids = new RunIds();

        assertThat(ids.next(METRICS, NOON)).isEqualTo("20261124T120000Z-metrics-shop-eu-west-1");
        assertThat(ids.next(METRICS, NOON)).isEqualTo("20261124T120000Z-metrics-shop-eu-west-1-2");
        assertThat(ids.next(new RunKey("shop-eu-west-1", Job.OBJECTS), NOON))
                .isEqualTo("20261124T120000Z-objects-shop-eu-west-1");
        assertThat(ids.next(METRICS, NOON.plusMillis(1)))
                .isEqualTo("20261124T120001Z-metrics-shop-eu-west-1");
    }
}
