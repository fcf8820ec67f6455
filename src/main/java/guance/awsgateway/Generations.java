package guance.awsgateway;

import guance.awsgateway.operations.Standstill;
import guance.awsgateway.settings.StateSettings;
import java.util.Set;

/**
 * The collector that runs, and those that come after it: other routes run by the same beans, other
 * settings by a new collector. The state directory stays locked from one to the next.
 */
final class Generations implements AutoCloseable {

    private final Maker maker;
    private final Outside outside;
    private Edition edition;
    private StateDirectory state;
    private volatile Collector collector;
    private boolean closed;
    private boolean failed;

    /**
     * @throws RuntimeException where the first cannot be made
     */
    Generations(Edition first, Outside outside, Maker maker) {
        this.maker = maker;
        this.outside = outside;
        edition = first;
        state = lock(first);
        try {
            collector = make(first);
        } catch (RuntimeException e) {
            state.close();
            throw e;
        }
    }

    private StateDirectory lock(Edition of) {
        StateSettings settings = of.loaded().settings().state();
        return StateDirectory.of(settings, Mode.SCHEDULED, outside.clock());
    }

    private Collector make(Edition of) {
        return maker.make(of, Mode.SCHEDULED, StateDirectory.ofAnother(), outside);
    }

    void start() {
        collector.begin(Set.of());
    }

    Edition edition() {
        return edition;
    }

    Collector collector() {
        return collector;
    }

    Standstill standstill() {
        return collector.operations().standstill();
    }

    /** Whether neither another edition nor the one before started: all is closed then. */
    synchronized boolean isFailed() {
        return failed;
    }

    /**
     * Runs another edition, once nothing is under way. Where that does not start, the one before
     * does again.
     *
     * @return false, without having acted, where something is sent by hand, or all is closed
     * @throws RuntimeException why it did not start
     */
    synchronized boolean take(Edition next) {
        if (closed) {
            return false;
        }
        try {
            boolean taken = isTaken(next);
            edition = taken ? next : edition;
            return taken;
        } catch (RuntimeException e) {
            failed = !collector.flows().isRunning();
            if (failed) {
                close();
            }
            throw e;
        }
    }

    private boolean isTaken(Edition next) {
        return next.loaded().equals(edition.loaded())
                ? collector.flows().swap(next.routes())
                : collector.operations().routes().between(() -> replace(next));
    }

    private void replace(Edition next) {
        Set<String> suspended = standstill().suspended();
        boolean moves = !directory(next).equals(directory(edition));
        StateDirectory lock = moves ? lock(next) : state;
        collector.close();
        try {
            begin(next, suspended);
        } catch (RuntimeException e) {
            if (moves) {
                lock.close();
            }
            begin(edition, suspended);
            throw e;
        }
        if (moves) {
            state.close();
            state = lock;
        }
    }

    private static String directory(Edition of) {
        return of.loaded().settings().state().directory().toAbsolutePath().toString();
    }

    private void begin(Edition of, Set<String> suspended) {
        Collector made = make(of);
        try {
            made.begin(suspended);
        } catch (RuntimeException e) {
            made.close();
            throw e;
        }
        collector = made;
    }

    /** Returns when the routes were stopped for good, by whomever, and not for others. */
    void await() throws InterruptedException {
        Flow waited;
        do {
            waited = collector.flows().now();
            waited.await();
        } while (isReplaced(waited));
    }

    private synchronized boolean isReplaced(Flow flow) {
        return collector.flows().isRunning() && collector.flows().now() != flow;
    }

    /** Lets what is in flight end, or be parked, within 20 s. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            collector.close();
            state.close();
        }
    }

    /** Makes a collector that lets go of the state directory at its close. */
    interface Maker {
        Collector make(Edition edition, Mode mode, StateDirectory state, Outside outside);
    }
}
