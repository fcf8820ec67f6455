package guance.awsgateway.metrics;

import java.nio.charset.StandardCharsets;

/**
 * 64 bits over the names and values of the metrics of a point, so that it is known again.
 *
 * <p>The parts of a point add up: its fingerprint is the sum of those of its metrics, whichever
 * came first. 0 is that of no value.
 */
final class Fingerprint {

    private Fingerprint() {}

    /** Of a metric's statistic, to be reckoned once a request: FNV-1a. */
    static long name(String metric, String statistic) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : (metric + '\0' + statistic).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    /**
     * @return 0 where CloudWatch has no value
     */
    static long value(long name, double value) {
        // 0.0 and -0.0 are one value.
        return Double.isNaN(value) ? 0 : mix(name ^ mix(Double.doubleToLongBits(value + 0.0)));
    }

    /** The finalizer of MurmurHash3: every bit of the input changes half of the output. */
    private static long mix(long bits) {
        long hash = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
