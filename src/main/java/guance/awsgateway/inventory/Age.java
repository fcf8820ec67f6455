package guance.awsgateway.inventory;

import java.time.Duration;
import java.time.Instant;

/** How old an answer of AWS is. */
final class Age {

    private Age() {}

    /** False for an answer from the future, as after the clock was set back: ask again. */
    static boolean isWithin(Duration most, Instant answered, Instant now) {
        return !answered.isAfter(now) && answered.isAfter(now.minus(most));
    }
}
