package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private static final DimensionSet SET = Sets.set("ApiId", "a");
    private static final long EIGHT = Sets.EIGHT.getEpochSecond();
    private static final Fingerprints.Needed NOTHING = (set, second) -> false;
    private final Fingerprints fingerprints =
            new Fingerprints(Duration.ofMinutes(1), Duration.ofMinutes(10));

    @Test
    void whatWasHandedOverIsKnownUntilItsMinuteIsOutOfReach() {
        fingerprints.advance(Sets.EIGHT.plusSeconds(300), NOTHING);
        fingerprints.put(SET, EIGHT, count(5));
        fingerprints.put(SET, EIGHT + 240, count(6));

        fingerprints.advance(Sets.EIGHT.plusSeconds(660), NOTHING);

        assertThat(fingerprints.get(SET, EIGHT)).isEqualTo(Handed.NOTHING);
        assertThat(fingerprints.get(SET, EIGHT + 240)).isEqualTo(count(6));
        assertThat(fingerprints.get(SET, EIGHT + 600)).isEqualTo(Handed.NOTHING);
        assertThat(fingerprints.get(Sets.set("ApiId", "b"), EIGHT + 240)).isEqualTo(Handed.NOTHING);
    }

    @Test
    void aJumpBeyondTheReachForgetsAll() {
        fingerprints.put(SET, EIGHT, count(5));

        fingerprints.advance(Sets.EIGHT.plus(Duration.ofDays(1)), NOTHING);

        for (long second = EIGHT; second < EIGHT + 90_000; second += 60) {
            assertThat(fingerprints.get(SET, second)).isEqualTo(Handed.NOTHING);
        }
    }

    @Test
    void whetherAnythingWasHandedOverIsKnownByMinutesOfASet() {
        fingerprints.put(SET, EIGHT, count(5));
        fingerprints.keep(SET, EIGHT - 86_400, count(6));

        assertThat(fingerprints.hasAny(SET, EIGHT - 300, EIGHT + 60)).isTrue();
        assertThat(fingerprints.hasAny(SET, EIGHT + 60, EIGHT + 3_600)).isFalse();
        assertThat(fingerprints.hasAny(SET, EIGHT - 300, EIGHT)).isFalse();
        assertThat(fingerprints.hasAny(SET, EIGHT - 86_400, EIGHT)).isTrue();
        assertThat(fingerprints.hasAny(Sets.set("ApiId", "b"), EIGHT - 86_400, EIGHT)).isFalse();
    }

    /** As after a restart with a longer reach than what was written had. */
    @Test
    void whatIsKeptIsKnownWithinTheReachToo() {
        fingerprints.put(SET, EIGHT + 60, count(5));
        fingerprints.keep(SET, EIGHT, count(6));

        assertThat(fingerprints.get(SET, EIGHT)).isEqualTo(count(6));
        assertThat(fingerprints.hasAny(SET, EIGHT, EIGHT + 60)).isTrue();
    }

    @Test
    void aClockThatGoesBackForgetsNothing() {
        fingerprints.put(SET, EIGHT, count(5));

        fingerprints.advance(Sets.EIGHT.minus(Duration.ofHours(1)), NOTHING);

        assertThat(fingerprints.get(SET, EIGHT)).isEqualTo(count(5));
    }

    @Test
    void whatAnOpenWindowAsksForIsKnownOutOfReachToo() {
        fingerprints.put(SET, EIGHT, count(5));
        fingerprints.put(SET, EIGHT + 60, count(6));

        fingerprints.advance(Sets.EIGHT.plus(Duration.ofDays(1)), (set, second) -> second == EIGHT);

        assertThat(fingerprints.get(SET, EIGHT)).isEqualTo(count(5));
        assertThat(fingerprints.get(SET, EIGHT + 60)).isEqualTo(Handed.NOTHING);
    }

    @Test
    void partOfAnOpenWindowIsKnownUntilTheWindowIsFinished() {
        fingerprints.put(SET, EIGHT, count(5));
        fingerprints.keep(SET, EIGHT, count(5));
        fingerprints.advance(Sets.EIGHT.plus(Duration.ofDays(1)), NOTHING);
        Handed kept = fingerprints.get(SET, EIGHT);

        fingerprints.retainKept(NOTHING);

        assertThat(kept).isEqualTo(count(5));
        assertThat(fingerprints.get(SET, EIGHT)).isEqualTo(Handed.NOTHING);
    }

    @Test
    void oneValueMakesAnotherFingerprintAndTheOrderOfMetricsNone() {
        Set<Long> all = new HashSet<>();
        for (String metric : new String[] {"Count", "Latency"}) {
            for (String statistic : new String[] {"Sum", "Maximum"}) {
                for (double value : new double[] {0, 1, -1, 0.1, 1e300}) {
                    all.add(Fingerprint.value(Fingerprint.name(metric, statistic), value));
                }
            }
        }

        assertThat(all).hasSize(20).doesNotContain(0L);
        assertThat(Fingerprint.value(Fingerprint.name("Count", "Sum"), Double.NaN)).isZero();
        assertThat(Fingerprint.value(1, -0.0)).isEqualTo(Fingerprint.value(1, 0.0));
    }

    @Test
    void itHoldsTheMinutesOfItsReachAndNoMore() {
        for (int minute = 0; minute < 1000; minute++) {
            Instant end = Sets.EIGHT.plusSeconds(60L * (minute + 1));
            fingerprints.advance(end, NOTHING);
            fingerprints.put(SET, EIGHT + 60L * minute, count(minute + 1));
        }

        assertThat(fingerprints.row(SET))
                .extracting(Handed::fingerprint)
                .containsExactly(991L, 992L, 993L, 994L, 995L, 996L, 997L, 998L, 999L, 1000L);
    }

    private static Handed count(long fingerprint) {
        return new Handed(fingerprint, Set.of("Count"));
    }
}
