package guance.awsgateway.standin;

import java.nio.charset.StandardCharsets;

/** Scatters numbers: the same input gives the same output on every machine. */
final class Hash {
    private Hash() {}

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    static long mix(long seed, long value) {
        long z = seed + 0x9E3779B97F4A7C15L * (value + 1);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    static long of(String text) {
        long hash = 0;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = mix(hash, b);
        }
        return hash;
    }

    /**
     * @return 0 to bound - 1
     */
    static int pick(long hash, int bound) {
        return (int) Long.remainderUnsigned(hash, bound);
    }
}
