package guance.awsgateway.delivery;

import guance.awsgateway.point.Point;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of the points that a route handed to {@code deliver}.
 *
 * @param accepted points that Guance took
 * @param parked points on disk, to be sent again
 * @param rejected points that Guance will never take, on disk with its reason
 * @param unsent points that could be neither sent nor parked
 * @param reason the last failure in one line; null without one
 */
public record Delivery(int accepted, int parked, int rejected, List<Point> unsent, String reason) {

    static final Delivery NONE = new Delivery(0, 0, 0, List.of(), null);

    static Delivery accepted(int points) {
        return new Delivery(points, 0, 0, List.of(), null);
    }

    static Delivery parked(int points, String reason) {
        return new Delivery(0, points, 0, List.of(), reason);
    }

    static Delivery rejected(int points, String reason) {
        return new Delivery(0, 0, points, List.of(), reason);
    }

    static Delivery failed(List<Point> unsent, String reason) {
        return new Delivery(0, 0, 0, unsent, reason);
    }

    /** How many could be neither sent nor parked. */
    public int failed() {
        return unsent.size();
    }

    Delivery plus(Delivery other) {
        return new Delivery(
                accepted + other.accepted,
                parked + other.parked,
                rejected + other.rejected,
                Stream.concat(unsent.stream(), other.unsent.stream()).toList(),
                other.reason == null ? reason : other.reason);
    }
}
