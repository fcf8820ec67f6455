package guance.awsgateway.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SlowdownTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    /** As System.nanoTime may be. */
    private static final long START = Long.MAX_VALUE - 5;

    @Test
    void withoutAThrottleNothingIsSlower() {
        assertThat(Slowdown.NONE.factor(START)).isEqualTo(1);
        assertThat(Slowdown.NONE.factor(-START)).isEqualTo(1);
    }

    @Test
    void aThrottleHalvesThePaceWhichIsBackAfterHalfAMinute() {
        Slowdown slower = Slowdown.NONE.throttled(START);

        assertThat(slower.factor(START)).isEqualTo(2);
        assertThat(slower.factor(after(15))).isCloseTo(Math.sqrt(2), CLOSE);
        assertThat(slower.factor(after(30))).isCloseTo(1, CLOSE);
        assertThat(slower.factor(after(3600))).isEqualTo(1);
    }

    @Test
    void throttlesOfOneSecondAreOne() {
        Slowdown slower = Slowdown.NONE.throttled(START);

        assertThat(slower.throttled(START + 999_999_999)).isEqualTo(slower);
        assertThat(slower.throttled(after(1)).factor(after(1)))
                .isCloseTo(4 * Math.pow(0.5, 1 / 30.0), CLOSE);
    }

    @Test
    void itNeverStopsAltogether() {
        Slowdown slower = Slowdown.NONE;
        for (int second = 0; second < 100; second++) {
            slower = slower.throttled(after(second));
        }

        assertThat(slower.factor(after(99))).isEqualTo(16);
        assertThat(slower.factor(after(99 + 120))).isCloseTo(1, CLOSE);
    }

    private static long after(int seconds) {
        return START + Duration.ofSeconds(seconds).toNanos();
    }
}
