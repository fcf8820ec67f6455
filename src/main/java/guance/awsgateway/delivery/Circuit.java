package guance.awsgateway.delivery;

import guance.awsgateway.trouble.Code;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnErrorEvent;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides who may ask Guance while the circuit that stands in YAML is open, and says when it opens
 * and closes.
 *
 * <p>The oldest parked batch asks, whenever it is replayed; without one, a live batch does, once
 * the wait of the circuit is over. Time is that of our clock: the circuit's own is the system's.
 */
public final class Circuit {

    private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);

    /** What is parked first may be what Guance stumbles over: then a live batch asks. */
    private static final int PATIENCE = 5;

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final BooleanSupplier parked;
    private final Clock clock;
    private Instant opened = Instant.EPOCH;
    private String reason = "";
    private Code code = Code.GUANCE_FAILS;
    private int failed;

    /**
     * @param parked whether there is a parked batch that can ask
     */
    Circuit(BooleanSupplier parked, Clock clock) {
        this.parked = parked;
        this.clock = clock;
        breakers.getEventPublisher().onEntryAdded(event -> follow(event.getAddedEntry()));
    }

    /** In which Camel makes the circuit that stands in YAML. */
    public CircuitBreakerRegistry registry() {
        return breakers;
    }

    private void follow(CircuitBreaker breaker) {
        if (parked.getAsBoolean()) {
            reason = "batches are parked from before";
            breaker.transitionToOpenState();
        }
        breaker.getEventPublisher().onError(this::failed).onStateTransition(this::changed);
    }

    /** A refusal of us opens it at once, other failures when they come in a row. */
    private synchronized void failed(CircuitBreakerOnErrorEvent event) {
        Verdict verdict = Verdict.of(event.getThrowable());
        reason = verdict.reason();
        code = verdict.kind() == Verdict.Kind.HALT ? Code.GUANCE_REFUSES : Code.GUANCE_FAILS;
        breaker()
                .filter(each -> verdict.kind() == Verdict.Kind.HALT)
                .filter(each -> each.getState() != State.OPEN)
                .ifPresent(CircuitBreaker::transitionToOpenState);
    }

    private synchronized void changed(CircuitBreakerOnStateTransitionEvent event) {
        switch (event.getStateTransition()) {
            case CLOSED_TO_OPEN -> {
                opened = clock.instant();
                LOG.error(
                        code.marker(),
                        "batches are parked at once, until one that asks every minute gets through:"
                                + " {}",
                        reason);
            }
            case HALF_OPEN_TO_OPEN -> {
                opened = clock.instant();
                failed++;
                LOG.debug("the batch that asked did not get through: {}", reason);
            }
            case HALF_OPEN_TO_CLOSED -> {
                failed = 0;
                LOG.info("Guance takes batches again");
            }
            default -> LOG.debug("the circuit goes {}", event.getStateTransition());
        }
    }

    /** Whether batches are sent as usual. */
    public boolean isClosed() {
        return breaker().map(each -> each.getState() == State.CLOSED).orElse(true);
    }

    /**
     * The step before the circuit.
     *
     * @param letter the parked batch that is sent again; null for a live one
     * @throws UntriedException where the batch may not ask now
     */
    public synchronized void admit(DeadLetter letter) throws UntriedException {
        if (isClosed()) {
            return;
        }
        if (letter == null && !isLivesTurn() && failed < PATIENCE) {
            throw new UntriedException("not sent, as the batches before failed: " + reason);
        }
        failed = letter == null ? 0 : failed;
        breaker()
                .filter(each -> each.getState() == State.OPEN)
                .ifPresent(CircuitBreaker::transitionToHalfOpenState);
    }

    /** What is parked cannot be sent by us, as others do it or it is held: a live batch may ask. */
    synchronized void leaveItToLive() {
        failed = PATIENCE;
    }

    /** Whether a live batch is sent now, if only to ask, as there is no parked one. */
    synchronized boolean isLivesTurn() {
        return isClosed() || !parked.getAsBoolean() && isWaitOver();
    }

    private boolean isWaitOver() {
        Duration wait =
                breaker()
                        .map(each -> each.getCircuitBreakerConfig())
                        .map(each -> each.getWaitIntervalFunctionInOpenState().apply(1))
                        .map(Duration::ofMillis)
                        .orElse(Duration.ZERO);
        // The clock may have jumped back.
        return Duration.between(opened, clock.instant()).abs().compareTo(wait) >= 0;
    }

    /**
     * Why Guance takes nothing now, with what to do; empty while it does, and after a start with
     * parked batches until it was asked.
     */
    synchronized Optional<String> trouble() {
        return isClosed() || opened.equals(Instant.EPOCH) ? Optional.empty() : Optional.of(reason);
    }

    /** The last failure in one line. */
    synchronized String reason() {
        return reason;
    }

    private Optional<CircuitBreaker> breaker() {
        return breakers.getAllCircuitBreakers().stream().findFirst();
    }
}
