package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

class AnswerTest {
    private static final double NONE = Double.NaN;
    private final MetricRequest request =
            new MetricRequest(
                    Sets.window(Duration.ofMinutes(3)),
                    List.of(
                            new Query(Sets.set("ApiName", "a"), "Count", "Sum"),
                            new Query(Sets.set("ApiName", "a"), "Count", "SampleCount")));
    private final Answer answer = new Answer(request, Duration.ofMinutes(1));

    @Test
    void pagesOfAnIdAddUpAndTheNewestStatusCounts() {
        answer.add(result("q0", "PartialData", 2, 3.0));
        answer.add(result("q1", "Complete", 0, 1.0));
        List<Integer> between = List.copyOf(answer.outstanding());
        answer.add(result("q0", "Complete", 0, 5.0));

        assertThat(between).containsExactly(0);
        assertThat(answer.outstanding()).isEmpty();
        assertThat(row(0)).containsExactly(5.0, NONE, 3.0);
        assertThat(row(1)).containsExactly(1.0, NONE, NONE);
    }

    @Test
    void aQueryThatIsNotAnsweredAtAllIsOutstanding() {
        answer.add(result("q1", "Complete", 0, 1.0));

        assertThat(answer.outstanding()).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q2", "q-1", "q99999999999", "q", "e1", ""})
    void anIdThatWasNotAskedForIsIgnored(String id) {
        answer.add(result(id, "Complete", 0, 1.0));

        assertThat(row(0)).containsOnly(NONE);
        assertThat(row(1)).containsOnly(NONE);
    }

    @Test
    void whatLiesOutsideTheWindowIsIgnored() {
        answer.add(result("q0", "Complete", -1, 1.0));
        answer.add(result("q0", "Complete", 3, 1.0));
        answer.add(result("q0", "Complete", -1_000_000_000, 1.0));

        assertThat(row(0)).containsOnly(NONE);
    }

    @Test
    void aTimeWithoutItsValueIsIgnored() {
        answer.add(
                result("q0", "Complete", 0, 4.0).toBuilder()
                        .timestamps(Sets.EIGHT, Sets.EIGHT.plusSeconds(60))
                        .build());

        assertThat(row(0)).containsExactly(4.0, NONE, NONE);
    }

    @Test
    void aPeriodStartsWhereTheWindowSays() {
        assertThat(IntStream.range(0, answer.periods()).mapToObj(answer::time))
                .containsExactly(1795507200L, 1795507260L, 1795507320L);
    }

    private static MetricDataResult result(String id, String status, long minute, double value) {
        Instant time = Sets.EIGHT.plusSeconds(60 * minute);
        return MetricDataResult.builder()
                .id(id)
                .statusCode(status)
                .timestamps(time)
                .values(value)
                .build();
    }

    private List<Double> row(int query) {
        List<Double> row = new ArrayList<>();
        for (int column = 0; column < answer.periods(); column++) {
            row.add(answer.value(query, column));
        }
        return row;
    }
}
