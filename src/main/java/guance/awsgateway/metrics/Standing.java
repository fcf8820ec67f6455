package guance.awsgateway.metrics;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the metrics of a target are.
 *
 * @param watermark up to where they are planned; empty before the first run
 * @param openWindows planned and not finished
 * @param handedOver the end of the newest window of which something was handed over, or of which
 *     there was nothing to read; empty before there is one
 */
public record Standing(Optional<Instant> watermark, int openWindows, Optional<Instant> handedOver) {

    /** Of who has none. */
    public static final Standing NONE = new Standing(Optional.empty(), 0, Optional.empty());
}
