package guance.awsgateway.target;

import guance.awsgateway.settings.ApiSettings;
import guance.awsgateway.settings.MetricSettings;

/**
 * Our part of a quota.
 *
 * @param perSecond calls or datapoints, above zero, also below one
 * @param burst how many may go at once after a pause, at least 1
 */
record Allowance(double perSecond, double burst) {

    /** A quarter of the 40 that AWS allows. */
    private static final double CONTROL_PLANE_BURST = 10;

    /** The most that GetMetricData answers to one request: a full one must fit. */
    private static final double FULL_REQUEST = 100_800;

    static Allowance of(Quota quota, ApiSettings apis, MetricSettings metrics) {
        double share = quota.perSecond() * metrics.quotaShare();
        return switch (quota) {
            case CONTROL_PLANE -> new Allowance(apis.requestsPerSecond(), CONTROL_PLANE_BURST);
            case LIST_METRICS, GET_METRIC_DATA -> new Allowance(share, burst(quota, share));
            case RECENT_DATAPOINTS, OLDER_DATAPOINTS -> new Allowance(share, FULL_REQUEST);
        };
    }

    /** So that burst and share together stay below the quota, however AWS cuts its seconds. */
    private static double burst(Quota quota, double share) {
        return Math.max(1, Math.min(share, quota.perSecond() - share));
    }
}
