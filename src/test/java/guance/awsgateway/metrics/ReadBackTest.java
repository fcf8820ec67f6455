package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadBackTest {

    private static final DimensionSet SET = Sets.set("ApiId", "a");

    @ParameterizedTest(name = "metrics.discovery={0}, every {1}, {2} after the last listing")
    @CsvSource({
        "10m, PT5M,  PT10M, PT30M",
        "0s,  PT1M,  PT1M,  PT30M",
        "10m, PT15M, PT15M, PT40M",
        "30m, PT5M,  PT30M, PT50M",
        "10m, PT5M,  PT1H,  PT1H15M",
        "10m, PT5M,  PT9H,  PT9H15M",
        "10m, PT5M,  PT48H, PT24H"
    })
    void whatIsListedForTheFirstTimeIsReadBackAsFarAsItMayHaveBeenMissed(
            String discovery, Duration interval, Duration sinceLast, Duration reach) {
        ReadBack readBack =
                new ReadBack(TestSettings.of("metrics.discovery=" + discovery).metrics());

        assertThat(readBack.oldest(Sets.EIGHT, interval, Optional.of(Sets.EIGHT.minus(sinceLast))))
                .isEqualTo(Sets.EIGHT.minus(reach));
    }

    @Test
    void whatAnOpenWindowReadsAnywayIsNotReadBack() {
        OpenWindow gap = open("08:10", "08:20");

        List<Window> pieces = ReadBack.pieces(window("08:00", "08:30"), SET, List.of(gap));

        assertThat(pieces).containsExactly(window("08:00", "08:10"), window("08:20", "08:30"));
    }

    @Test
    void whereTheSetIsDoneItsNewMetricIsReadBack() {
        OpenWindow gap = open("08:10", "08:20");
        gap.done().add(SET);

        List<Window> pieces = ReadBack.pieces(window("08:00", "08:30"), SET, List.of(gap));

        assertThat(pieces).containsExactly(window("08:00", "08:30"));
    }

    @Test
    void nothingIsReadBackThatTheFirstWindowsReadAnyway() {
        assertThat(
                        ReadBack.pieces(
                                window("08:00", "08:30"),
                                SET,
                                List.of(open("08:00", "08:25"), open("08:25", "08:30"))))
                .isEmpty();
    }

    private static OpenWindow open(String from, String to) {
        return new OpenWindow(
                1, window(from, to), at(from), Sets.EIGHT, null, Set.of(), new HashSet<>());
    }

    private static Window window(String from, String to) {
        return new Window(at(from), at(to));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-24T" + time + ":00Z");
    }
}
