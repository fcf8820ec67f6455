package guance.awsgateway.standin;

import java.time.Instant;

/** In which world, by whom, where and when a call is made. */
record AwsContext(World world, Caller caller, String regionId, Instant now) {

    Region region() {
        return caller.account().region(regionId);
    }
}
