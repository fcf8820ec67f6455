package guance.awsgateway.delivery;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.util.Locale;

/**
 * What an answer of Guance means for a batch.
 *
 * @param reason in one line with what to do, without the token and without an echo of the points
 */
public record Verdict(Kind kind, String reason) {

    /** What is to be done with the batch. */
    public enum Kind {
        /** Guance has it. */
        ACCEPTED,
        /** Sent again after a pause, and parked in the end. */
        RETRY,
        /** Sent in halves. */
        SPLIT,
        /** A point of it is bad, and is kept apart. */
        REJECT,
        /** Guance refuses us: parked, and all that comes behind it. */
        HALT;

        /** As YAML writes it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param status of HTTP
     * @param body of the answer, which may echo the whole batch
     */
    static Verdict of(int status, String body) {
        return new Verdict(kind(status), GuanceAdvice.ofAnswer(status, body));
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 408, 429 -> Kind.RETRY;
            case 413 -> Kind.SPLIT;
            case 400 -> Kind.REJECT;
            default ->
                    switch (status / 100) {
                        case 2 -> Kind.ACCEPTED;
                        case 4 -> Kind.HALT;
                        default -> Kind.RETRY;
                    };
        };
    }

    /** What no answer at all means, or the refusal that an answer has become. */
    static Verdict of(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof RefusedException refused) {
                return refused.verdict();
            }
        }
        return new Verdict(Kind.RETRY, GuanceAdvice.sentence(failure));
    }

    /**
     * For a batch of so many points: one that is refused for a point of it is halved until the
     * point stands alone, and a point that is too large alone is rejected.
     */
    Verdict on(int points) {
        return switch (kind) {
            case SPLIT, REJECT -> new Verdict(points > 1 ? Kind.SPLIT : Kind.REJECT, reason);
            case ACCEPTED, RETRY, HALT -> this;
        };
    }

    /** Whether nothing was sent, as the circuit is open. */
    static boolean isUntried(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof UntriedException || t instanceof CallNotPermittedException) {
                return true;
            }
        }
        return false;
    }
}
