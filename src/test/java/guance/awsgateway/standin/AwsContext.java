package guance.awsgateway.standin;

import java.time.Instant;

/**
 * In which world, by whom, where and when a call is made.
 *
 * @param message whether GetMetricData says that its answer is not whole
 */
record AwsContext(World world, Caller caller, String regionId, Instant now, boolean message) {

    Region region() {
        return caller.account().region(regionId);
    }
}
