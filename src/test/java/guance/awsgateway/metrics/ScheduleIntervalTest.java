package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleIntervalTest {

    @Test
    void isBetweenTheTwoFiringsUpToAnyTimeWhicheverWasAskedBefore() {
        Schedule schedule = new Schedule("0 0 8,9 * * ?");

        assertThat(hours(schedule, "2026-11-24T08:59:59.999Z")).hasValue(23L);
        assertThat(hours(schedule, "2026-11-24T09:00:00Z")).hasValue(1L);
        assertThat(hours(schedule, "2026-11-25T07:59:59.999Z")).hasValue(1L);
        assertThat(hours(schedule, "2026-11-24T08:00:00Z")).hasValue(23L);
        assertThat(hours(schedule, "2026-11-24T07:59:59.999Z")).hasValue(1L);
    }

    @Test
    void isBetweenTheNextTwoWhereThereWasButOne() {
        Schedule schedule = new Schedule("0 0 8,9 1 1 ? 2030");

        assertThat(hours(schedule, "2029-12-31T00:00:00Z")).hasValue(1L);
        assertThat(hours(schedule, "2030-01-01T08:30:00Z")).isEmpty();
        assertThat(hours(schedule, "2030-01-01T09:00:00Z")).hasValue(1L);
        assertThat(hours(schedule, "2039-01-01T00:00:00Z")).hasValue(1L);
        assertThat(hours(schedule, "2029-12-31T00:00:00Z")).hasValue(1L);
    }

    private static Optional<Long> hours(Schedule schedule, String now) {
        return schedule.interval(Instant.parse(now)).map(Duration::toHours);
    }
}
