package guance.awsgateway.simulation;

import java.time.Instant;

/**
 * What goes wrong in [from, to).
 *
 * @param measure the share of calls it hits; the hours of a jump of the clock; the calls that a
 *     kill lets pass; the minutes between two runs
 * @param detail a region; how Guance fails; what of the disk is full; whether the write that a kill
 *     falls on is kept; a {@link Setting}
 */
record Trouble(Chaos kind, Instant from, Instant to, double measure, String detail) {

    boolean isOn(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    boolean overlaps(Trouble other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    @Override
    public String toString() {
        return "%s  %s  %-14s %-6s %s"
                .formatted(from, to, kind, (float) measure, detail)
                .stripTrailing();
    }
}
