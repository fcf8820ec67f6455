package guance.awsgateway.metrics;

import java.math.BigDecimal;

/**
 * A discovery in figures.
 *
 * @param read what the settings select
 * @param otherGrains what {@code metrics.grains} alone leaves out
 * @param otherMetrics what {@code metrics.selection} alone leaves out
 * @param pages ListMetrics requests that one listing takes
 * @param asked the part, from 0 to 1, of all that a run with the probe is billed; 1 without one,
 *     and before it is measured
 */
public record Discovered(
        Breakdown read,
        Breakdown otherGrains,
        Breakdown otherMetrics,
        int pages,
        BigDecimal asked) {

    Discovered(Breakdown read, Breakdown otherGrains, Breakdown otherMetrics, int pages) {
        this(read, otherGrains, otherMetrics, pages, BigDecimal.ONE);
    }

    Discovered asking(BigDecimal part) {
        return new Discovered(read, otherGrains, otherMetrics, pages, part);
    }
}
