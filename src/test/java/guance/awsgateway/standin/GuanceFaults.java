package guance.awsgateway.standin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Faults to come: the queued ones first, then the standing one, then what is chosen by call. */
final class GuanceFaults {

    private final Queue<GuanceFault> queue = new ArrayDeque<>();
    private GuanceFault standing;
    private volatile Supplier<Optional<GuanceFault>> choice = Optional::empty;
    private CountDownLatch recovered = new CountDownLatch(1);

    synchronized void queue(List<GuanceFault> faults) {
        queue.addAll(faults);
    }

    synchronized void stand(GuanceFault fault) {
        standing = fault;
    }

    void choose(Supplier<Optional<GuanceFault>> byCall) {
        choice = byCall;
    }

    Optional<GuanceFault> next() {
        return planned().or(choice);
    }

    private synchronized Optional<GuanceFault> planned() {
        GuanceFault queued = queue.poll();
        return Optional.ofNullable(queued == null ? standing : queued);
    }

    /** Forgets all faults that were planned, and lets go those who wait. */
    synchronized void recover() {
        queue.clear();
        standing = null;
        recovered.countDown();
        recovered = new CountDownLatch(1);
    }

    void await(Duration atMost) {
        try {
            recovery().await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized CountDownLatch recovery() {
        return recovered;
    }
}
