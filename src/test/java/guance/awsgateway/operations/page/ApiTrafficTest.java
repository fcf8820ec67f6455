package guance.awsgateway.operations.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiTrafficTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private final ApiTraffic traffic = new ApiTraffic();

    @Test
    void minutesOfAStepAreAddedUp() {
        see("2026-11-28T11:55:00Z", 2);
        see("2026-11-28T11:59:00Z", 3);
        see("2026-11-28T12:00:00Z", 7);

        assertThat(traffic.chart(Figure.COUNT, NOON)).isEqualTo(chart(5.0, 7.0));
    }

    @Test
    void aMinuteThatComesAgainCountsOnce() {
        see("2026-11-28T12:00:00Z", 2);
        see("2026-11-28T12:00:00Z", 2);

        assertThat(traffic.chart(Figure.COUNT, NOON)).isEqualTo(chart(null, 2.0));
    }

    @Test
    void aStepWithoutTrafficIsAGapAndNoZero() {
        see("2026-11-28T11:50:00Z", 1);
        see("2026-11-28T12:00:00Z", 0);

        assertThat(traffic.chart(Figure.COUNT, NOON)).isEqualTo(chart(1.0, null, 0.0));
    }

    @Test
    void whatIsOlderThanThreeHoursMakesRoom() {
        see("2026-11-28T09:04:59Z", 1);
        see("2026-11-28T12:00:00Z", 2);
        see("2026-11-28T09:00:00Z", 4);

        assertThat(traffic.chart(Figure.COUNT, NOON)).isEqualTo(chart(2.0));
    }

    @Test
    void timeThatHasPassedSinceShowsAsGaps() {
        see("2026-11-28T12:00:00Z", 2);

        assertThat(traffic.chart(Figure.COUNT, NOON.plusSeconds(600)))
                .isEqualTo(chart(2.0, null, null));
        assertThat(traffic.chart(Figure.COUNT, NOON.plusSeconds(86_400))).containsOnlyNulls();
    }

    @Test
    void theNewestMinuteIsShownAlsoWhenAGapIsFilledBehindIt() {
        see("2026-11-28T12:00:00Z", 2);
        see("2026-11-28T11:00:00Z", 9);

        assertThat(traffic.newest().at()).isEqualTo(NOON);
        assertThat(traffic.newest().of(Figure.COUNT)).isEqualTo(2.0);
    }

    @Test
    void eachProtocolHasItsOwnNamesForTheSameFigures() {
        assertThat(figures("Count_Sum", "4XXError_Sum", "5XXError_Sum", "Latency_Sum"))
                .isEqualTo(figures("Count_Sum", "4xx_Sum", "5xx_Sum", "Latency_Sum"))
                .isEqualTo(
                        figures(
                                "MessageCount_Sum",
                                "ClientError_Sum",
                                "ExecutionError_Sum",
                                "IntegrationLatency_Sum"))
                .containsExactly(1.0, 2.0, 3.0, 4.0, Double.NaN);
    }

    private static List<Double> figures(String count, String fours, String fives, String latency) {
        double[] figures = Figure.of(Map.of(count, 1.0, fours, 2.0, fives, 3.0, latency, 4.0));
        return Arrays.stream(figures).boxed().toList();
    }

    private void see(String time, double count) {
        traffic.see(Instant.parse(time).getEpochSecond(), Map.of("Count_Sum", count));
    }

    /** The last values; gaps before them. */
    private static Double[] chart(Double... last) {
        List<Double> chart = new ArrayList<>(Collections.nCopies(36 - last.length, null));
        chart.addAll(Arrays.asList(last));
        return chart.toArray(Double[]::new);
    }
}
