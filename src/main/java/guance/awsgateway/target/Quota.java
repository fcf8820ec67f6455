package guance.awsgateway.target;

/**
 * What AWS allows a second, of which a collector takes a part.
 *
 * <p>Sources: "Amazon API Gateway quotas for creating, deploying, and managing an API" (10 calls,
 * of all regions of an account), and "CloudWatch service quotas" (by account and region; the
 * datapoints are reckoned from what a request asks for, not from what is answered).
 */
enum Quota {
    CONTROL_PLANE(10, true),
    LIST_METRICS(25, false),
    GET_METRIC_DATA(50, false),
    RECENT_DATAPOINTS(180_000, false),
    OLDER_DATAPOINTS(90_000, false);

    private final double perSecond;
    private final boolean ofAllRegions;

    Quota(double perSecond, boolean ofAllRegions) {
        this.perSecond = perSecond;
        this.ofAllRegions = ofAllRegions;
    }

    /** Calls, or datapoints. */
    double perSecond() {
        return perSecond;
    }

    /** Whether an account has it once, not in each region. */
    boolean isOfAllRegions() {
        return ofAllRegions;
    }
}
