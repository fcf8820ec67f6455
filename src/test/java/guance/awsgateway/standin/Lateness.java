package guance.awsgateway.standin;

import java.time.Duration;

/**
 * How long CloudWatch takes. AWS gives no figure for values; practice sees 2 to 10 minutes. A new
 * series may be listed up to 15 minutes late (ListMetrics API reference).
 *
 * @param appears from the end of a minute until its first samples are seen
 * @param settles from the end of a minute until all are, at the latest
 * @param listed from the first sample of a series until ListMetrics names it
 */
public record Lateness(Duration appears, Duration settles, Duration listed) {

    public static final Lateness NONE = new Lateness(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /**
     * @return the share of the minute's events seen at a time, all in epoch seconds; it never falls
     */
    double share(long seed, long minute, long observed) {
        long age = observed - minute - 60 - appears.toSeconds();
        if (age < 0) {
            return 0;
        }
        int spread = (int) (settles.toSeconds() - appears.toSeconds());
        int needed = spread <= 0 ? 0 : Hash.pick(Hash.mix(~seed, minute), spread + 1);
        return age >= needed ? 1 : (1.0 + age) / (1 + needed);
    }
}
