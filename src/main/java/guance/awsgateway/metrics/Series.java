package guance.awsgateway.metrics;

/** One metric of one dimension set, as CloudWatch bills it. */
public record Series(DimensionSet set, String metric) {}
