package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadersTest {
    private final TestClock clock = new TestClock("2026-11-24T08:10:00Z");
    private final Readers readers =
            new Readers(TestSettings.of("metrics.concurrency=3").metrics(), clock);
    private final PlannedWindow live = window(null);
    private final List<MetricRequest> requests =
            IntStream.rangeClosed(1, 5)
                    .mapToObj(n -> new MetricRequest(Sets.window(Duration.ofMinutes(n)), List.of()))
                    .toList();

    @Test
    void whoIsFreeTakesTheNext() {
        List<Iterator<MetricRequest>> three = readers.of(requests, live, () -> true);

        MetricRequest first = three.get(0).next();
        boolean waits = three.get(1).hasNext();
        MetricRequest third = three.get(2).next();
        MetricRequest second = three.get(1).next();
        MetricRequest fourth = three.get(0).next();

        assertThat(three).hasSize(3);
        assertThat(waits).isTrue();
        assertThat(List.of(first, second, third, fourth)).isEqualTo(requests.subList(0, 4));
    }

    @Test
    void thereAreNoMoreReadersThanRequests() {
        assertThat(readers.of(requests.subList(0, 2), live, () -> true)).hasSize(2);
        assertThat(readers.of(List.of(), live, () -> true)).isEmpty();
    }

    @Test
    void onceToldToStopTheRestIsLeft() {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        List<Iterator<MetricRequest>> three = readers.of(requests, live, goesOn::get);
        three.get(0).next();
        boolean held = three.get(1).hasNext();

        goesOn.set(false);

        assertThat(three.get(0).hasNext()).isFalse();
        assertThat(held).isTrue();
        assertThatThrownBy(() -> three.get(2).next()).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void nobodyIsAskedOnceAllAreTaken() {
        AtomicBoolean asked = new AtomicBoolean();
        Iterator<MetricRequest> only =
                readers.of(
                                requests.subList(0, 1),
                                live,
                                () -> {
                                    asked.set(true);
                                    return true;
                                })
                        .get(0);
        only.next();
        asked.set(false);

        assertThat(only.hasNext()).isFalse();
        assertThat(asked).isFalse();
    }

    @Test
    void aGapIsLeftOnceTheNextRunIsNear() {
        PlannedWindow gap = window(clock.instant().plusSeconds(240));
        Iterator<MetricRequest> reader = readers.of(requests, gap, () -> true).get(0);
        clock.advance(Duration.ofSeconds(239));
        reader.next();

        clock.advance(Duration.ofSeconds(1));

        assertThat(reader.hasNext()).isFalse();
    }

    private PlannedWindow window(Instant until) {
        Window window = Sets.window(Duration.ofMinutes(5));
        return new PlannedWindow(1, window, window, clock.instant(), false, false, until);
    }
}
