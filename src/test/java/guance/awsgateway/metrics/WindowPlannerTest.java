package guance.awsgateway.metrics;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import guance.awsgateway.Cases;
import guance.awsgateway.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WindowPlannerTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final TestClock clock = new TestClock("2026-03-01T12:03:59.999Z");
    private final WindowPlanner planner = new WindowPlanner(ofMinutes(1), ofMinutes(3), clock);

    static Stream<Named<JsonNode>> cases() {
        return StreamSupport.stream(Cases.read("11-windows").spliterator(), false)
                .map(row -> Named.of(row.get("id").asText(), row));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatHasSettledIsDue(JsonNode row) {
        TimeZone zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(row.path("jvm_zone").asText("UTC")));
        try {
            WindowPlanner given =
                    new WindowPlanner(
                            duration(row, "period"),
                            duration(row, "delay"),
                            new TestClock(row.get("now").asText()));

            List<Window> windows = given.due(Instant.parse(row.get("watermark").asText()));

            assertThat(windows)
                    .isEqualTo(
                            StreamSupport.stream(row.get("windows").spliterator(), false)
                                    .map(WindowPlannerTest::window)
                                    .toList());
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aMinuteIsNotReadBeforeItHasSettled() {
        assertThat(planner.due(NOON)).isEmpty();

        clock.advance(ofMillis(1));

        assertThat(planner.due(NOON)).containsExactly(new Window(NOON, NOON.plus(ofMinutes(1))));
    }

    @Test
    void aWatermarkAheadOfTheClockIsLeftAlone() {
        assertThat(planner.due(NOON.plus(Duration.ofDays(1)))).isEmpty();
    }

    private static Duration duration(JsonNode row, String key) {
        return Duration.parse("PT" + row.get(key).asText());
    }

    private static Window window(JsonNode pair) {
        return new Window(Instant.parse(pair.get(0).asText()), Instant.parse(pair.get(1).asText()));
    }
}
