package guance.awsgateway.standin;

/**
 * The most that a page holds, whatever the caller asks for.
 *
 * @param apis of GetRestApis, GetApis and GetStages
 * @param metrics of ListMetrics
 * @param datapoints of GetMetricData
 * @param odd lists of v2 start with an empty page that has a token and end with an empty token
 */
public record PageSizes(int apis, int metrics, int datapoints, boolean odd) {

    /** GetMetricData and ListMetrics as documented; v1 and v2 lists as short as their default. */
    public static final PageSizes AWS = new PageSizes(25, 500, 100_800, false);

    /** So small that a few APIs already take several pages of everything. */
    public static final PageSizes SMALL = new PageSizes(2, 7, 50, true);
}
