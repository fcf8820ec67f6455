package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.Receiver;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.CronExpression;

class LiveWindowTest {

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 0/5 * * * ?          | 2026-11-24T12:00:00Z     | PT5M
                    0 0/5 * * * ?          | 2026-11-24T12:04:59.999Z | PT5M
                    0 0 * * * ?            | 2026-11-24T12:00:00.040Z | PT1H
                    0 0/5 8-18 ? * MON-FRI | 2026-11-24T08:00:00Z     | PT13H5M
                    0 0/5 8-18 ? * MON-FRI | 2026-11-23T08:00:01Z     | PT61H5M
                    0 0/7 * * * ?          | 2026-11-24T12:00:00Z     | PT4M
                    0 0 0 1 1 ? 2027       | 2026-11-24T12:00:00Z     |
                    0 0 0 1 1 ? 2020       | 2026-11-24T12:00:00Z     |
                    0 0 0 1 1 ? 2027-2028  | 2026-11-24T12:00:00Z     | PT8760H
                    """)
    void theIntervalIsWhatLiesBetweenTwoFirings(String cron, Instant now, Duration interval) {
        assertThat(new Schedule(cron).interval(now)).isEqualTo(Optional.ofNullable(interval));
    }

    @Test
    void aRunReadsTheSettledMinutesOfItsInterval() {
        TestClock clock = new TestClock("2026-11-24T12:05:00.120Z");
        LiveWindow live =
                new LiveWindow(TestSettings.of("metrics.delay=3m").metrics(), Receiver.DATAWAY);

        assertThat(live.due(clock.instant()))
                .containsExactly(
                        new Window(
                                Instant.parse("2026-11-24T11:57:00Z"),
                                Instant.parse("2026-11-24T12:02:00Z")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 0 0 1 1 ? 2099 | 2026-11-24T10:55:00Z
                    0 0 0 1 1 ?      | 2026-11-09T11:55:00Z
                    """)
    void aRareScheduleReadsNoMoreThanThereIs(String cron, Instant from) {
        TestClock clock = new TestClock("2026-11-24T12:00:00Z");
        LiveWindow live =
                new LiveWindow(TestSettings.of("metrics.cron=" + cron).metrics(), Receiver.DATAWAY);

        assertThat(live.due(clock.instant()))
                .containsExactly(new Window(from, Instant.parse("2026-11-24T11:55:00Z")));
    }

    /** Each firing comes a little late, as quartz's do. */
    @Property(tries = 300)
    void runsInARowLeaveNoGapAndReadNothingTwice(
            @ForAll("crons") String cron,
            @ForAll @IntRange(min = 1, max = 90) int periodMinutes,
            @ForAll @IntRange(max = 60) int delayMinutes,
            @ForAll @LongRange(max = 900) long late)
            throws ParseException {
        TestClock clock = new TestClock("2026-11-24T12:00:00Z");
        LiveWindow live =
                new LiveWindow(
                        TestSettings.of(
                                        "metrics.cron=" + cron,
                                        "metrics.period=" + periodMinutes + "m",
                                        "metrics.delay=" + delayMinutes + "m")
                                .metrics(),
                        Receiver.DATAWAY);
        List<Window> read = new ArrayList<>();

        for (Instant firing : firings(cron, clock.instant(), 12)) {
            clock.set(firing.plusMillis(late));
            read.addAll(live.due(clock.instant()));
        }

        for (int i = 1; i < read.size(); i++) {
            assertThat(read.get(i).from()).isEqualTo(read.get(i - 1).to());
        }
        assertThat(read)
                .allMatch(window -> window.length().toMinutes() % periodMinutes == 0)
                .allMatch(window -> window.from().getEpochSecond() % (periodMinutes * 60L) == 0);
    }

    @Provide
    Arbitrary<String> crons() {
        return Arbitraries.of(
                "0 0/5 * * * ?",
                "0 * * * * ?",
                "0/10 * * * * ?",
                "30 0/7 * * * ?",
                "0 3/10 * * * ?",
                "0 0 0/2 * * ?",
                "0 0/15 8-18 ? * MON-FRI",
                "15 10,40 * * * ?",
                "0 0 3 * * ?");
    }

    private static List<Instant> firings(String cron, Instant from, int count)
            throws ParseException {
        CronExpression expression = new CronExpression(cron);
        expression.setTimeZone(TimeZone.getTimeZone("UTC"));
        List<Instant> firings = new ArrayList<>();
        Date next = Date.from(from);
        for (int i = 0; i < count; i++) {
            next = expression.getNextValidTimeAfter(next);
            firings.add(next.toInstant());
        }
        return firings;
    }

    @Test
    void aFiringThatIsLateOrEarlyReadsWhatAPunctualOneWould() {
        LiveWindow live = new LiveWindow(TestSettings.of().metrics(), Receiver.DATAWAY);
        List<Window> punctual = live.due(Instant.parse("2026-11-24T12:05:00Z"));

        assertThat(live.due(Instant.parse("2026-11-24T12:04:59.998Z"))).isEqualTo(punctual);
        assertThat(live.due(Instant.parse("2026-11-24T12:05:59.900Z"))).isEqualTo(punctual);
    }

    @Test
    void aDataKitIsGivenNoMinuteThatItWouldFalsify() {
        LiveWindow live =
                new LiveWindow(
                        TestSettings.of("metrics.cron=0 0 0/6 * * ?").metrics(), Receiver.DATAKIT);

        assertThat(live.due(Instant.parse("2026-11-24T12:00:00Z")))
                .containsExactly(
                        new Window(
                                Instant.parse("2026-11-24T10:11:00Z"),
                                Instant.parse("2026-11-24T11:55:00Z")));
    }
}
