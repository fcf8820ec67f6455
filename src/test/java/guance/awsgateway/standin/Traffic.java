package guance.awsgateway.standin;

import java.time.Instant;

/**
 * When requests come.
 *
 * @param most the most events a minute; 0 for none ever
 * @param oneIn one minute in so many has events
 * @param from the first minute with events, epoch seconds
 * @param until the first minute without, epoch seconds
 */
public record Traffic(int most, int oneIn, long from, long until) {

    public static final Traffic STEADY = new Traffic(5, 1, 0, Long.MAX_VALUE);
    public static final Traffic SPARSE = new Traffic(3, 7, 0, Long.MAX_VALUE);
    public static final Traffic IDLE = new Traffic(0, 1, 0, Long.MAX_VALUE);

    public Traffic from(Instant first) {
        return new Traffic(most, oneIn, first.getEpochSecond(), until);
    }

    public Traffic until(Instant end) {
        return new Traffic(most, oneIn, from, end.getEpochSecond());
    }

    int events(long seed, long minute) {
        if (most == 0 || minute < from || minute >= until) {
            return 0;
        }
        long hash = Hash.mix(seed, minute);
        return Hash.pick(hash, oneIn) == 0 ? 1 + Hash.pick(hash >>> 32, most) : 0;
    }
}
