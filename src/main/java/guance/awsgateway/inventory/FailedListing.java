package guance.awsgateway.inventory;

/** A half that could not be listed, and why. */
record FailedListing(Half half, RuntimeException cause) {}
