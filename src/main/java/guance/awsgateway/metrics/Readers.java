package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Shares the requests of a run among readers that work side by side. */
public final class Readers {

    private final int concurrency;
    private final Clock clock;

    public Readers(MetricSettings settings, Clock clock) {
        this.concurrency = settings.concurrency();
        this.clock = clock;
    }

    /**
     * @param window of the requests; the rest is left once its calls may not begin any more
     * @param run asked before each request, and only then; once false, the rest is left
     * @return at most {@code metrics.concurrency} readers, each to be drawn from by one thread;
     *     none without requests
     */
    public List<Iterator<MetricRequest>> of(
            List<MetricRequest> requests, PlannedWindow window, BooleanSupplier run) {
        Queue<MetricRequest> queue = new ConcurrentLinkedQueue<>(requests);
        BooleanSupplier goesOn = () -> window.isOn(clock.instant()) && run.getAsBoolean();
        return IntStream.range(0, Math.min(concurrency, requests.size()))
                .<Iterator<MetricRequest>>mapToObj(reader -> new Reader(queue, goesOn))
                .toList();
    }

    /** Takes the next request only when asked for it: what one holds, no other can take. */
    private static final class Reader implements Iterator<MetricRequest> {

        private final Queue<MetricRequest> queue;
        private final BooleanSupplier goesOn;
        private MetricRequest next;

        Reader(Queue<MetricRequest> queue, BooleanSupplier goesOn) {
            this.queue = queue;
            this.goesOn = goesOn;
        }

        @Override
        public boolean hasNext() {
            if (next == null && !queue.isEmpty() && goesOn.getAsBoolean()) {
                next = queue.poll();
            }
            return next != null;
        }

        @Override
        public MetricRequest next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            MetricRequest taken = next;
            next = null;
            return taken;
        }
    }
}
