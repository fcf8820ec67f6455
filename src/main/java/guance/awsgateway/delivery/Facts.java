package guance.awsgateway.delivery;

import guance.awsgateway.point.Point;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The first line of a dead letter; times in ISO-8601 UTC.
 *
 * @param points how many lines follow
 * @param first time of the oldest point
 * @param last time of the newest point
 * @param parked when it was written
 * @param attempts how often it was sent
 * @param reason of the last failure, in one line without the token
 */
public record Facts(
        String category,
        String target,
        int points,
        String first,
        String last,
        String parked,
        int attempts,
        String reason) {

    static Facts of(
            List<Point> points,
            String category,
            String target,
            Instant now,
            int attempts,
            String reason) {
        return new Facts(
                category,
                target,
                points.size(),
                time(points.stream().mapToLong(Point::time).min().orElse(0)),
                time(points.stream().mapToLong(Point::time).max().orElse(0)),
                now.truncatedTo(ChronoUnit.MILLIS).toString(),
                attempts,
                reason);
    }

    /** What is left of it after one attempt more. */
    Facts after(List<Point> left, String why) {
        Instant since = Instant.parse(parked);
        return of(left, category, target, since, attempts + 1, why == null ? reason : why);
    }

    /** Those of some of its points. */
    Facts of(List<Point> some) {
        return of(some, category, target, Instant.parse(parked), attempts, reason);
    }

    /** For people, such as {@code metric shop-eu-west-1}. */
    String label() {
        return category + " " + target;
    }

    private static String time(long nanos) {
        return Instant.ofEpochSecond(0, nanos).truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
