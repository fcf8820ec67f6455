package guance.awsgateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestClock;
import guance.awsgateway.metrics.Schedule;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastRunsTest {

    private static final String NOON = "2026-11-24T12:00:00Z";
    private static final Schedule FIVE_MINUTES = new Schedule("0 0/5 * * * ?");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "never, , true",
        "an interval ago, 2026-11-24T11:55:00Z, false",
        "longer ago, 2026-11-24T11:54:59.999Z, true",
        "just now, 2026-11-24T12:00:00Z, false",
        "in the future as the clock jumped back, 2026-11-24T12:00:01Z, true"
    })
    void aJobIsDueWhoseLastRunIsOlderThanItsInterval(String name, Instant last, boolean due) {
        assertThat(LastRuns.isDue(last, FIVE_MINUTES, Instant.parse(NOON))).isEqualTo(due);
    }

    @Test
    void aJobWithoutAScheduleIsNeverDueByItself() {
        Schedule once = new Schedule("0 0 0 1 1 ? 2099");

        assertThat(LastRuns.isDue(null, once, Instant.parse(NOON))).isFalse();
    }

    @Test
    void itIsTheNewestRecordOfTheTargetAndJobThatCounts() {
        RunRecords records = new RunRecords();
        LastRuns lastRuns =
                new LastRuns(
                        Map.of(Job.METRICS, FIVE_MINUTES),
                        records,
                        (target, job) -> false,
                        Nodes.ALONE,
                        new TestClock(NOON));
        RunKey key = new RunKey("shop-eu-west-1", Job.METRICS);
        boolean before = lastRuns.isDue("shop-eu-west-1", Job.METRICS);

        for (String due : new String[] {"2026-11-24T11:50:00Z", "2026-11-24T11:55:00Z"}) {
            Instant time = Instant.parse(due);
            records.add(key, new RunRecordBuilder("shop/eu-west-1", Job.METRICS, time).record());
        }

        assertThat(before).isTrue();
        assertThat(lastRuns.isDue("shop-eu-west-1", Job.METRICS)).isFalse();
        assertThat(lastRuns.isDue("blog-eu-west-1", Job.METRICS)).isTrue();
    }
}
