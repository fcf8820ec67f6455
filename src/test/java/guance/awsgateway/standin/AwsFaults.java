package guance.awsgateway.standin;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The faults in force. */
public final class AwsFaults {
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private final List<Standing> standing = new CopyOnWriteArrayList<>();
    private final AtomicInteger waiting = new AtomicInteger();

    private static final class Standing {
        private final AwsFault fault;
        private final CountDownLatch removed = new CountDownLatch(1);
        private int left;

        Standing(AwsFault fault) {
            this.fault = fault;
            this.left = fault.times();
        }

        synchronized boolean hits(AwsCall call) {
            if (left == 0 || !fault.hits().test(call)) {
                return false;
            }
            left--;
            return true;
        }
    }

    /**
     * @return the fault, to remove it by
     */
    public AwsFault add(AwsFault fault) {
        standing.add(new Standing(fault));
        return fault;
    }

    public void remove(AwsFault fault) {
        standing.stream().filter(each -> each.fault == fault).forEach(this::end);
    }

    /** Lets go what hangs, by cutting its connection. */
    public void clear() {
        standing.forEach(this::end);
    }

    /**
     * @return how many calls wait at this moment, slow or hanging
     */
    public int waiting() {
        return waiting.get();
    }

    private void end(Standing each) {
        standing.remove(each);
        each.removed.countDown();
    }

    /**
     * Waits out what is slow or hangs.
     *
     * @return the first effect other than SLOW, or null
     */
    AwsFault.Effect strike(AwsCall call) throws InterruptedException {
        for (Standing each : standing) {
            if (each.hits(call)) {
                switch (each.fault.effect()) {
                    case SLOW -> await(each, each.fault.delay());
                    case HANG -> {
                        await(each, FOR_EVER);
                        return AwsFault.Effect.CUT;
                    }
                    case THROTTLE, DENY, INTERNAL, CUT, MESSAGE -> {
                        return each.fault.effect();
                    }
                }
            }
        }
        return null;
    }

    private void await(Standing each, Duration most) throws InterruptedException {
        waiting.incrementAndGet();
        try {
            each.removed.await(most.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            waiting.decrementAndGet();
        }
    }
}
