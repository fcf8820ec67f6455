package guance.awsgateway.simulation;

import guance.awsgateway.simulation.KillSwitch.Fate;
import guance.awsgateway.standin.AwsCall;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.GuanceStandin;
import guance.awsgateway.standin.Metric;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Decides what befalls each call, by the seed, the time and how many calls the step had: a step
 * goes as it went, whatever was different before it.
 */
final class Weather {

    private static final Duration AROUND = Duration.ofHours(2);

    private final long seed;
    private final Timeline timeline;
    private final Clock clock;
    private final KillSwitch killSwitch;
    private final AtomicInteger calls = new AtomicInteger();

    Weather(long seed, Timeline timeline, Clock clock, KillSwitch killSwitch) {
        this.seed = seed;
        this.timeline = timeline;
        this.clock = clock;
        this.killSwitch = killSwitch;
    }

    /** At every firing. */
    void nextStep() {
        calls.set(0);
    }

    /**
     * @param seen told of every call first
     */
    void over(AwsStandin aws, Consumer<AwsCall> seen) {
        add(aws, AwsFault.cut(AwsFault.ANY), call -> isKilled(call, seen));
        add(aws, AwsFault.cut(AwsFault.ANY), call -> strikes(Chaos.CUT));
        add(aws, AwsFault.throttle(AwsFault.ANY), call -> strikes(Chaos.THROTTLE));
        add(aws, AwsFault.internal(AwsFault.ANY), call -> strikes(Chaos.INTERNAL));
        add(aws, AwsFault.deny(AwsFault.ANY), this::isDenied);
        add(aws, AwsFault.throttle("ListMetrics"), call -> strikes(Chaos.UNLISTED));
    }

    void over(GuanceStandin guance) {
        guance.failBy(this::onWrite);
    }

    private static void add(AwsStandin aws, AwsFault fault, Predicate<AwsCall> when) {
        aws.faults().add(fault.when(when));
    }

    private boolean isKilled(AwsCall call, Consumer<AwsCall> seen) {
        seen.accept(call);
        calls.incrementAndGet();
        return killSwitch.call() != Fate.ALIVE;
    }

    /** Not while the collector's clock jumps, by which it waits for the rest. */
    boolean isPartial(Metric metric) {
        Instant now = clock.instant();
        boolean jumps =
                timeline.troubles().stream()
                        .filter(trouble -> trouble.kind() == Chaos.CLOCK)
                        .anyMatch(
                                jump ->
                                        now.isAfter(jump.from().minus(AROUND))
                                                && now.isBefore(jump.to().plus(AROUND)));
        long which = metric.hashCode();
        return !jumps
                && timeline.now(Chaos.PARTIAL, now)
                        .filter(t -> dice(Chaos.PARTIAL, which).nextDouble() < t.measure())
                        .isPresent();
    }

    private boolean isDenied(AwsCall call) {
        return timeline.now(Chaos.DENIED, clock.instant())
                .filter(trouble -> trouble.detail().equals(call.region()))
                .isPresent();
    }

    private Optional<GuanceFault> onWrite() {
        calls.incrementAndGet();
        return switch (killSwitch.call()) {
            case DEAD -> Optional.of(GuanceFault.cutBeforeReading());
            case KILLED ->
                    Optional.of(killSwitch.keeps() ? lost() : GuanceFault.cutBeforeReading());
            case ALIVE -> outage();
        };
    }

    private Optional<GuanceFault> outage() {
        Optional<Trouble> outage = strike(Chaos.OUTAGE);
        if (outage.isPresent()) {
            boolean cut = outage.get().detail().equals("cut");
            return Optional.of(cut ? GuanceFault.cutBeforeReading() : GuanceFault.status(503));
        }
        return strike(Chaos.LOST_ANSWER).map(trouble -> lost());
    }

    private static GuanceFault lost() {
        return GuanceFault.cutAfterAccepting();
    }

    private boolean strikes(Chaos kind) {
        return strike(kind).isPresent();
    }

    private Optional<Trouble> strike(Chaos kind) {
        return timeline.now(kind, clock.instant())
                .filter(trouble -> dice(kind).nextDouble() < trouble.measure());
    }

    private SplittableRandom dice(Chaos kind) {
        return dice(kind, 0);
    }

    private SplittableRandom dice(Chaos kind, long which) {
        Instant now = clock.instant();
        long at = seed * 31 + kind.name().hashCode() + now.getEpochSecond() * 1_000_003L;
        return new SplittableRandom(at + calls.get() * 7_919L + which * 104_729L);
    }
}
