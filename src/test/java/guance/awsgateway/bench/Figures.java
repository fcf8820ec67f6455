package guance.awsgateway.bench;

import java.util.Locale;

/**
 * Of one cycle, the mean of several warm ones.
 *
 * @param wall in s
 * @param cpu in s, of the reader
 * @param others in s, of the stand-ins
 * @param values that it delivered
 * @param missing values that it should have delivered
 * @param peak in MiB, since its start
 * @param bound in s, the least that AWS's quotas allow
 */
record Figures(
        double wall,
        double cpu,
        double others,
        double calls,
        double billed,
        double values,
        double missing,
        double peak,
        double bound) {

    /** Of an API and minute: seven metrics with five statistics. */
    private static final double VALUES = 35;

    static Figures of(Reader reader, Site site, Work work) {
        for (int i = 0; i < work.warmUp(); i++) {
            reader.cycle(work.seconds());
        }
        site.seen();
        double cpu = reader.child().cpuSeconds();
        double others = site.cpuSeconds();
        long began = System.nanoTime();
        long values = 0;
        for (int i = 0; i < work.cycles(); i++) {
            values += reader.cycle(work.seconds());
        }
        double n = work.cycles();
        double wall = (System.nanoTime() - began) / 1e9 / n;
        double used = (reader.child().cpuSeconds() - cpu) / n;
        double otherUsed = (site.cpuSeconds() - others) / n;
        Site.Seen seen = site.seen();
        if (seen.failed() > 0 || seen.twice() > 0) {
            throw new IllegalStateException(seen.toString());
        }
        double delivered = (reader instanceof Ours ? seen.values() : values) / n;
        double due = site.apis * VALUES * (reader instanceof Ours ? seen.minutes() / n : 1);
        return new Figures(
                wall,
                used,
                otherUsed,
                seen.calls() / n,
                seen.billed() / n,
                delivered,
                reader instanceof Floor ? 0 : due - delivered,
                reader.child().peakMebibytes(),
                seen.bound() / n);
    }

    /**
     * How a reader is measured.
     *
     * @param seconds of data a cycle
     */
    record Work(int warmUp, int cycles, int seconds) {}

    String row(Object... first) {
        StringBuilder row = new StringBuilder("|");
        for (Object each : first) {
            row.append(' ').append(each).append(" |");
        }
        return row.append(
                        String.format(
                                Locale.ROOT,
                                " %.2f | %.2f | %.2f | %.0f | %.0f | %.0f | %s | %.0f |",
                                wall,
                                cpu,
                                others,
                                calls,
                                billed,
                                values,
                                Math.round(missing),
                                peak))
                .toString();
    }

    /** The cycle beside the quota of datapoints. */
    String beside() {
        return String.format(
                Locale.ROOT,
                "That is %.2f of the %.2f s that AWS's quota of datapoints takes.",
                wall / bound,
                bound);
    }
}
