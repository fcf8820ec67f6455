package guance.awsgateway.operations;

import guance.awsgateway.delivery.Delivery;
import guance.awsgateway.metrics.Reading;
import guance.awsgateway.target.AwsAdvice;
import guance.awsgateway.target.CallTally;
import guance.awsgateway.target.Target;
import guance.awsgateway.trouble.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One firing of one job of one target while it goes on; several threads count into it. */
public final class Run implements BooleanSupplier {

    /** So many calls in a row without an answer say that none will come: each takes 45 s. */
    private static final int UNANSWERED = 4;

    private final String id;
    private final Target target;
    private final Job job;
    private final Instant scheduled;
    private final Instant started;
    private final Supplier<Optional<String>> obstacle;
    private final AtomicInteger found = new AtomicInteger();
    private final Set<Long> windows = ConcurrentHashMap.newKeySet();
    private final AtomicInteger throttles = new AtomicInteger();
    private final AtomicInteger billed = new AtomicInteger();
    private final AtomicInteger bound = new AtomicInteger();
    private final ConcurrentSkipListMap<String, Integer> calls = new ConcurrentSkipListMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger parked = new AtomicInteger();
    private final AtomicInteger rejected = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger incomplete = new AtomicInteger();
    private final AtomicInteger probeMissed = new AtomicInteger();
    private final AtomicReference<Duration> delay = new AtomicReference<>(Duration.ZERO);
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<String> error = new AtomicReference<>();
    private volatile boolean hopeless;

    Run(
            String id,
            Target target,
            Job job,
            Instant scheduled,
            Instant started,
            Supplier<Optional<String>> obstacle) {
        this.id = id;
        this.target = target;
        this.job = job;
        this.scheduled = scheduled;
        this.started = started;
        this.obstacle = obstacle;
    }

    /** Of its record, for log lines. */
    public String id() {
        return id;
    }

    /** When the run was due, however late it began; the window follows from it. */
    public Instant scheduled() {
        return scheduled;
    }

    /** When it began. */
    public Instant started() {
        return started;
    }

    RunKey key() {
        return new RunKey(target.id(), job);
    }

    void found(int number) {
        found.addAndGet(number);
    }

    void givenUp(int windows) {
        givenUp.addAndGet(windows);
    }

    void read(Reading reading) {
        windows.add(reading.window().id());
        late.addAndGet(reading.late());
        incomplete.addAndGet(reading.incomplete().size());
        probeMissed.addAndGet(reading.missed());
        reading.incomplete().stream()
                .findFirst()
                .ifPresent(
                        set ->
                                error.compareAndSet(
                                        null,
                                        "sent without a metric, after metrics.patience: "
                                                + set.dimensions()));
        delay.accumulateAndGet(
                reading.delay(), (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    void called(String operation) {
        calls.merge(operation, 1, Integer::sum);
    }

    void asked(CallTally.Taken taken) {
        taken.calls().forEach((operation, times) -> calls.merge(operation, times, Integer::sum));
        throttles.addAndGet(taken.throttles());
    }

    void billed(int metrics, int atMost) {
        billed.addAndGet(metrics);
        bound.addAndGet(atMost);
    }

    /**
     * @return whether it brings the first failure of the run, the one to tell
     */
    boolean delivered(Delivery delivery) {
        requests.incrementAndGet();
        unanswered.set(0);
        accepted.addAndGet(delivery.accepted());
        parked.addAndGet(delivery.parked());
        rejected.addAndGet(delivery.rejected());
        if (delivery.failed() > 0) {
            return fails(delivery.reason());
        }
        if (delivery.parked() > 0 || delivery.rejected() > 0) {
            error.compareAndSet(null, delivery.reason());
        }
        return false;
    }

    /**
     * @return whether this is the first failure of the run, the one to tell
     */
    boolean failed(Throwable failure) {
        if (Failure.code(failure) == Code.RUN_OVERTAKEN
                || AwsAdvice.isHopeless(failure)
                || isTheLastUnanswered(failure)) {
            hopeless = true;
        }
        return fails(Failure.sentence(failure));
    }

    private boolean isTheLastUnanswered(Throwable failure) {
        return AwsAdvice.isUnanswered(failure) && unanswered.incrementAndGet() >= UNANSWERED;
    }

    /** As {@link #failed}, by its reason in one line. */
    boolean fails(String reason) {
        error.compareAndSet(null, reason);
        return failures.getAndIncrement() == 0;
    }

    /**
     * Asked before each request: whether it makes sense. Not where AWS refuses all, and not while
     * there is an obstacle, which leaves the run undone.
     */
    @Override
    public boolean getAsBoolean() {
        Optional<String> why = obstacle.get();
        why.ifPresent(text -> fails("not all was read, because " + text));
        return why.isEmpty() && !hopeless;
    }

    String label() {
        return job + " " + target.text();
    }

    RunRecord record(Instant now) {
        return new RunRecord(
                id,
                target.text(),
                job,
                scheduled,
                started,
                Duration.between(started, now),
                found.get(),
                windows.size(),
                billed.get(),
                bound.get(),
                calls,
                throttles.get(),
                requests.get(),
                accepted.get(),
                parked.get(),
                rejected.get(),
                givenUp.get(),
                late.get(),
                delay.get(),
                incomplete.get(),
                probeMissed.get(),
                failures.get(),
                error.get());
    }
}
