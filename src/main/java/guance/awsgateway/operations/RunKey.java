package guance.awsgateway.operations;

/** Of whose runs one goes on at a time. */
record RunKey(String targetId, Job job) {}
