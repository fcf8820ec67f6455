package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.metrics.Reading.Fate;
import guance.awsgateway.metrics.Reading.SetReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A set of two metrics whose window is held since noon, with a patience of an hour. */
class PatienceTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final DimensionSet SET = Sets.set("ApiName", "orders");
    private static final PlannedWindow WINDOW = window(NOON);

    private final Patience patience = new Patience(Duration.ofHours(1));

    private static PlannedWindow window(Instant held) {
        Window five = new Window(NOON.minusSeconds(600), NOON.minusSeconds(300));
        return new PlannedWindow(7, five, five, held, false, false, Instant.MAX);
    }

    private boolean waits(int minutes, String... outstanding) {
        return patience.waits("shop", WINDOW, SET, Set.of(outstanding), at(minutes));
    }

    private void learn(int minutes, Fate fate, String... outstanding) {
        SetReading one =
                new SetReading(
                        SET, Set.of("Count", "Latency"), Set.of(outstanding), fate, new long[5]);
        Reading reading = new Reading(WINDOW, null, List.of(one), 0, Duration.ZERO, 0);
        patience.learn("shop", reading, at(minutes));
    }

    private static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void aMetricIsWaitedForSinceItsWindowIsHeld() {
        assertThat(waits(59, "Latency")).isTrue();
        assertThat(waits(60, "Latency")).isFalse();
        assertThat(patience.waits("shop", window(null), SET, Set.of("Latency"), at(60))).isTrue();
    }

    @Test
    void oneThatWasAnsweredMeanwhileIsWaitedForTwiceAsLong() {
        learn(5, Fate.HELD, "Latency");
        learn(10, Fate.HELD, "Latency", "Count");

        assertThat(waits(60, "Latency", "Count")).isTrue();
        assertThat(waits(119, "Count")).isTrue();
        assertThat(waits(120, "Latency", "Count")).isFalse();
    }

    @Test
    void oneThatWasNeverAnsweredIsNot() {
        learn(5, Fate.HELD, "Latency");

        assertThat(waits(60, "Latency")).isFalse();
    }

    @Test
    void ofWhatWaitsNoMoreNothingIsRemembered() {
        learn(5, Fate.HELD, "Latency");
        learn(10, Fate.WHOLE);

        assertThat(waits(60, "Count")).isFalse();
    }
}
