package guance.awsgateway.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * An API that a good listing no longer has, or no longer under this name.
 *
 * @param since when it was first missed
 */
record VanishedApi(Api api, Instant since) {

    /** So long CloudWatch may still bring minutes of it. */
    private static final Duration JOINED = Duration.ofHours(3);

    VanishedApi {
        Objects.requireNonNull(api, "api");
        Objects.requireNonNull(since, "since");
    }

    boolean isJoined(Instant now) {
        return since.isAfter(now.minus(JOINED));
    }

    /** A clock that was ahead when it was missed must not keep it for longer. */
    VanishedApi notAfter(Instant now) {
        return since.isAfter(now) ? new VanishedApi(api, now) : this;
    }
}
