package guance.awsgateway.delivery;

/**
 * What became of the points that a route handed to {@code deliver}.
 *
 * @param accepted points that Guance took
 * @param parked points on disk, to be sent again
 * @param failed points that could be neither sent nor parked
 * @param reason the last failure in one line; null without one
 */
public record Delivery(int accepted, int parked, int failed, String reason) {

    static final Delivery NONE = new Delivery(0, 0, 0, null);

    static Delivery accepted(int points) {
        return new Delivery(points, 0, 0, null);
    }

    static Delivery parked(int points, String reason) {
        return new Delivery(0, points, 0, reason);
    }

    static Delivery failed(int points, String reason) {
        return new Delivery(0, 0, points, reason);
    }

    Delivery plus(Delivery other) {
        return new Delivery(
                accepted + other.accepted,
                parked + other.parked,
                failed + other.failed,
                other.reason == null ? reason : other.reason);
    }
}
