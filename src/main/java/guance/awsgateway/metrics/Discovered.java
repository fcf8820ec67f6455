package guance.awsgateway.metrics;

/**
 * A discovery in figures.
 *
 * @param read what the settings select
 * @param otherGrains what {@code metrics.grains} alone leaves out
 * @param otherMetrics what {@code metrics.selection} alone leaves out
 * @param pages ListMetrics requests that one listing takes
 */
public record Discovered(
        Breakdown read, Breakdown otherGrains, Breakdown otherMetrics, int pages) {}
