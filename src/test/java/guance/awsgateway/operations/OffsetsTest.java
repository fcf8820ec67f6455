package guance.awsgateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffsetsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void targetsAreSpreadOverTheJitter() {
        Duration jitter = Duration.ofSeconds(30);

        Map<Long, Long> perTenSeconds =
                IntStream.range(0, 300)
                        .mapToObj(i -> Offsets.of("team-" + i + "-eu-west-1", jitter))
                        .collect(
                                Collectors.groupingBy(
                                        offset -> offset.toSeconds() / 10, Collectors.counting()));

        assertThat(perTenSeconds.keySet()).containsExactly(0L, 1L, 2L);
        assertThat(perTenSeconds.values()).allMatch(targets -> targets > 80 && targets < 120);
    }

    @Test
    void theOffsetOfATargetStaysTheSameAndWithoutJitterThereIsNone() {
        Duration offset = Offsets.of("shop-eu-west-1", Duration.ofSeconds(30));

        assertThat(offset).isEqualTo(Duration.ofMillis(9_067));
        assertThat(Offsets.of("shop-eu-west-1", Duration.ZERO)).isZero();
        assertThat(Offsets.of("shop-eu-west-1", Duration.ofDays(1)))
                .isBetween(Duration.ZERO, Duration.ofDays(1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "fired in time, 0, 20",
        "fired a little late, 5, 15",
        "made up after a long run, 300, 0",
        "fired a little early, -1, 20",
        "a clock that jumped back, -3600, 20"
    })
    void aFiringThatComesLateWaitsLess(String name, long secondsAfterNoon, long left) {
        Instant now = NOON.plusSeconds(secondsAfterNoon);

        assertThat(Offsets.left(Duration.ofSeconds(20), NOON, now))
                .isEqualTo(Duration.ofSeconds(left));
    }

    @Test
    void whoWaitsIsLetGoAtTheStop() throws Exception {
        Offsets offsets = new Offsets(Duration.ofDays(1), new TestClock(NOON.toString()));
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                offsets.await("shop-eu-west-1", Date.from(NOON));
                                waiting.complete(null);
                            } catch (InterruptedException e) {
                                waiting.completeExceptionally(e);
                            }
                        });
        thread.start();
        boolean before = offsets.isClosed();

        offsets.close();
        waiting.join();

        assertThat(before).isFalse();
        assertThat(offsets.isClosed()).isTrue();
    }
}
