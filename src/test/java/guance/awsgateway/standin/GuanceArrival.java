package guance.awsgateway.standin;

import guance.awsgateway.point.Point;

/**
 * A point that Guance has taken.
 *
 * @param told whether its sender learned that; not where the connection was cut first
 */
public record GuanceArrival(Point point, boolean told) {}
