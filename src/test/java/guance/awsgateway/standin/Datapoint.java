package guance.awsgateway.standin;

import java.time.Instant;

/** Where a value stands: one series at the start of one period. */
public record Datapoint(Metric metric, Instant time) {}
