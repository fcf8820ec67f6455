package guance.awsgateway;

import guance.awsgateway.metrics.Amounts;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.Traffic;
import guance.awsgateway.standin.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What the metrics of many APIs are billed with metrics.probe, of which one in twenty has requests
 * every minute, and whether each of their minutes arrives once: the real collector and its routes
 * between stand-ins, in virtual time, every five minutes. Prints rows of a table by {@code mvn -q
 * test-compile exec:java@quiet-apis -Dexec.args="1000 6"}: APIs, and hours.
 */
public final class QuietApis {

    static final Traffic ONCE_A_DAY = new Traffic(2, 1440, 0, Long.MAX_VALUE);
    static final Traffic ONCE_IN_TWO_HOURS = new Traffic(2, 120, 0, Long.MAX_VALUE);

    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final String TARGET = "shop-eu-west-1";

    /** Metrics of an API by default: of ten, six REST of 10, three HTTP and a WebSocket of 12. */
    private static final double METRICS = 10.8;

    private QuietApis() {}

    /**
     * @param billed metrics, in all runs
     * @param missed points that came by the hourly reading alone
     */
    record Bill(int apis, int runs, long billed, long calls, long missed) {

        /** Of a run that reads all metrics of all APIs, listed or not. */
        double share() {
            return billed / (METRICS * apis * runs);
        }

        String row(String what) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %.1f%% | %s | %s |",
                    what,
                    Amounts.count(billed / runs),
                    Amounts.count(calls / runs),
                    100 * share(),
                    Amounts.usd(usdAMonth()),
                    missed);
        }

        private BigDecimal usdAMonth() {
            return BigDecimal.valueOf(billed * 8760.0 / runs / 100_000);
        }
    }

    public static void main(String[] arguments) throws Exception {
        int apis = Integer.parseInt(arguments[0]);
        Duration length = Duration.ofHours(Long.parseLong(arguments[1]));
        System.out.println(
                "| others have requests | probe | metrics a run | calls a run | of all | USD a month"
                        + " | found by the hourly reading alone |");
        for (Traffic others : new Traffic[] {ONCE_A_DAY, ONCE_IN_TWO_HOURS}) {
            for (boolean probe : new boolean[] {false, true}) {
                Bill bill = run(World.large(apis, 5, others), apis, length, probe);
                System.out.println(
                        bill.row(
                                "one minute in "
                                        + others.oneIn()
                                        + " | "
                                        + (probe ? "on" : "off")));
            }
        }
        System.exit(0);
    }

    /**
     * @throws AssertionError where a point is missing, wrong or double
     */
    static Bill run(World world, int apis, Duration length, boolean probe) throws Exception {
        try (Bench bench = new Bench(world, PageSizes.AWS, START.toString())) {
            bench.with("metrics.probe", String.valueOf(probe));
            bench.with("metrics.quota-share", "100%");
            bench.start(Mode.ONCE);
            bench.run(Job.OBJECTS, TARGET);
            long billed = 0;
            long calls = 0;
            long missed = 0;
            int runs = (int) length.dividedBy(FIVE);
            for (int i = 0; i < runs; i++) {
                RunRecord run = bench.run(Job.METRICS, TARGET);
                billed += run.billed();
                calls += run.calls().getOrDefault("GetMetricData", 0);
                missed += run.probeMissed();
                bench.clock.advance(FIVE);
            }
            Instant end = bench.clock.instant().minus(FIVE).minus(FIVE);
            Truth.of(
                            world,
                            at -> !at.metric().dimensions().isEmpty(),
                            START.minus(FIVE).minus(FIVE),
                            end)
                    .isAllThatArrived(bench.guance().points("metric"));
            return new Bill(apis, runs, billed, calls, missed);
        }
    }
}
