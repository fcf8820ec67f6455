package guance.awsgateway.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import guance.awsgateway.TestStopwatch;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitTest {

    private final TestStopwatch stopwatch = new TestStopwatch();

    @Test
    void afterTheBurstCallersComeAtTheRate() throws Exception {
        Limit limit = limit(2, 10);

        take(limit, 10);
        assertThat(stopwatch.elapsed()).isZero();

        take(limit, 20);
        assertThat(stopwatch.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aRateMayBeOneInFourSeconds() throws Exception {
        Limit limit = limit(0.25, 1);

        take(limit, 6);

        assertThat(stopwatch.elapsed()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void whatWasNotTakenIsThereAgainAfterAPauseButNoMoreThanTheBurst() throws Exception {
        Limit limit = limit(2, 10);
        take(limit, 10);

        stopwatch.advance(Duration.ofHours(1));
        take(limit, 12);

        assertThat(stopwatch.elapsed()).isEqualTo(Duration.ofHours(1).plusSeconds(1));
    }

    @Test
    void aFullRequestFitsAtTheSmallestShareAndTheNextWaitsForAllOfIt() throws Exception {
        Limit limit = limit(1_800, 100_800);

        limit.take(100_800);
        assertThat(stopwatch.elapsed()).isZero();

        limit.take(100_800);
        assertThat(stopwatch.elapsed()).isEqualTo(Duration.ofSeconds(56));
    }

    @Test
    void moreThanTheBurstWaitsForWhatIsMissing() throws Exception {
        Limit limit = limit(1_800, 100_800);

        limit.take(100_800 + 1_800);

        assertThat(stopwatch.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatIsChargedDoesNotWaitButTheNextDoes() throws Exception {
        Limit limit = limit(2, 1);
        limit.take(1);

        limit.charge(4);
        assertThat(stopwatch.elapsed()).isZero();

        limit.take(1);
        assertThat(stopwatch.elapsed()).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    void aThrottleSlowsDownAndOnlyTheFirstIsNews() throws Exception {
        Limit limit = limit(10, 1);
        limit.take(1);

        assertThat(limit.throttled()).isTrue();
        assertThat(limit.throttled()).isFalse();

        limit.take(1);
        assertThat(stopwatch.elapsed()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void itRecoversByItself() throws Exception {
        Limit limit = limit(10, 1);
        limit.throttled();
        stopwatch.advance(Duration.ofSeconds(15));
        limit.take(1);
        Duration before = stopwatch.elapsed();

        limit.take(1);
        Duration half = stopwatch.elapsed().minus(before);
        stopwatch.advance(Duration.ofSeconds(16));
        limit.take(1);
        before = stopwatch.elapsed();
        limit.take(1);

        assertThat(half.toMillis()).isCloseTo(141, within(1L));
        assertThat(stopwatch.elapsed().minus(before)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        Limit limit = limit(0.01, 1);
        limit.take(1);

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> limit.take(1)).isInstanceOf(InterruptedException.class);
        assertThat(stopwatch.elapsed()).isZero();
    }

    private Limit limit(double perSecond, double burst) {
        return new Limit(new Allowance(perSecond, burst), stopwatch);
    }

    private static void take(Limit limit, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            limit.take(1);
        }
    }
}
