package guance.awsgateway.operations;

/** Of whose runs one goes on at a time, and whose records stand together. */
public record RunKey(String targetId, Job job) {}
