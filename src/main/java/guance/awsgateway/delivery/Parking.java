package guance.awsgateway.delivery;

import java.util.Optional;

/**
 * How full {@code dead-letter/parked} is.
 *
 * @param bytes of the parked batches
 * @param quota in bytes
 * @param refusal why the last batch could not be parked; empty where it could, or room was made
 */
public record Parking(int batches, long bytes, long quota, Optional<String> refusal) {

    private static final int NEARLY = 90;

    /** As what is refused by the disk is sent to Guance instead. */
    Parking withoutRefusal() {
        return new Parking(batches, bytes, quota, Optional.empty());
    }

    /** In one line with what to do; empty below nine tenths of the quota. */
    public Optional<String> trouble() {
        boolean full = bytes * 100 >= quota * NEARLY;
        return refusal.map(why -> "batches cannot be parked: " + why + remedy())
                .or(() -> full ? Optional.of(used() + remedy()) : Optional.empty());
    }

    private String used() {
        return "%s of %s KiB of dead-letter.quota are used".formatted(bytes >> 10, quota >> 10);
    }

    private static String remedy() {
        return "; see why Guance takes nothing, or give dead-letter.directory more room; past it,"
                + " minutes stay in CloudWatch and are read again later";
    }
}
