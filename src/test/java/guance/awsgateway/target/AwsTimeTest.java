package guance.awsgateway.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsTimeTest {

    private static final String NOON = "Tue, 24 Nov 2026 12:00:00 GMT";

    @ParameterizedTest(name = "{0} is ahead of {1} by {2}")
    @CsvSource({
        "2026-11-24T13:00:00Z, 'Tue, 24 Nov 2026 12:00:00 GMT', PT1H",
        "2026-11-24T12:00:30.001Z, 'Tue, 24 Nov 2026 12:00:00 GMT', PT30.001S",
        "2026-11-24T12:00:30Z, 'Tue, 24 Nov 2026 12:00:00 GMT', PT0S",
        "2026-11-24T12:00:00.999Z, 'Tue, 24 Nov 2026 12:00:00 GMT', PT0S",
        "2026-11-24T11:00:00Z, 'Tue, 24 Nov 2026 12:00:00 GMT', PT0S"
    })
    void theSkewIsHowFarTheMachineIsAhead(Instant clock, String date, Duration ahead) {
        assertThat(AwsTime.Skew.of(clock, date)).contains(new AwsTime.Skew(clock, ahead));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "Tue, 24 Nov 2026 12:00:00 CET"})
    void aHeaderThatIsNoDateSaysNothing(String header) {
        assertThat(AwsTime.Skew.of(Instant.parse("2026-11-24T13:00:00Z"), header)).isEmpty();
    }

    @Test
    void aClockThatIsAheadIsPutBackAsItGoesOn() {
        AwsTime.Skew hour = skew(Instant.parse("2026-11-24T13:00:00Z"));

        assertThat(hour.correct(Instant.parse("2026-11-24T13:07:00Z")))
                .isEqualTo("2026-11-24T12:07:00Z");
        assertThat(hour.correct(Instant.parse("2026-11-24T12:59:00Z")))
                .isEqualTo("2026-11-24T11:59:00Z");
    }

    @Test
    void aClockThatHasBeenSetRightSinceIsLeftAlone() {
        AwsTime.Skew hour = skew(Instant.parse("2026-11-24T13:00:00Z"));

        assertThat(hour.correct(Instant.parse("2026-11-24T12:05:00Z")))
                .isEqualTo("2026-11-24T12:05:00Z");
    }

    @Test
    void withoutAnAnswerOrASkewTheClockCounts() {
        Instant now = Instant.parse("2026-11-24T12:00:10Z");

        assertThat(AwsTime.Skew.NONE.correct(now)).isEqualTo(now);
        assertThat(skew(now).correct(now.minusSeconds(5))).isEqualTo(now.minusSeconds(5));
    }

    private static AwsTime.Skew skew(Instant clock) {
        return AwsTime.Skew.of(clock, NOON).orElseThrow();
    }
}
