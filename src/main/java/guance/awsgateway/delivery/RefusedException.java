package guance.awsgateway.delivery;

import java.util.Optional;

/** An answer of Guance other than acceptance. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Verdict verdict;
    private final String retryAfter;

    /**
     * @param retryAfter the header of that name; null without one
     */
    RefusedException(Verdict verdict, String retryAfter) {
        super(verdict.reason());
        this.verdict = verdict;
        this.retryAfter = retryAfter;
    }

    Verdict verdict() {
        return verdict;
    }

    Optional<String> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
