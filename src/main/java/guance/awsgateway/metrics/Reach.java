package guance.awsgateway.metrics;

import guance.awsgateway.settings.Receiver;
import java.time.Duration;

/**
 * How far back minutes are of use.
 *
 * @param back from now
 * @param why older ones are given up
 */
record Reach(Duration back, String why) {

    /** Source: CloudWatch concepts, metrics retention. */
    private static final Reach KEPT =
            new Reach(Duration.ofDays(15), "CloudWatch keeps minutes for 15 days");

    /** DataKit sets a point more than two hours old to "now"; some minutes are for the way. */
    private static final Reach UNFALSIFIED =
            new Reach(
                    Duration.ofMinutes(110),
                    "a DataKit would set minutes older than 110 minutes to now; with"
                            + " guance.receiver=dataway such gaps are filled");

    static Reach of(Receiver receiver) {
        return switch (receiver) {
            case DATAWAY -> KEPT;
            case DATAKIT -> UNFALSIFIED;
        };
    }
}
