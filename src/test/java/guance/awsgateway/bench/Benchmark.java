package guance.awsgateway.bench;

import guance.awsgateway.bench.Figures.Work;
import java.io.IOException;
import java.util.Arrays;

/**
 * Prints what a warm cycle costs ours and the exporter, at the same stand-ins with the same data.
 */
public final class Benchmark {

    private static final int MINUTE = 60;
    private static final int FIVE_MINUTES = 300;
    private static final String TEN_READERS = "metrics.concurrency=10";

    /** The most that may be set, and more than the calls of a cycle. */
    private static final String UNTHROTTLED = "guance.requests-per-second=1000";

    private Benchmark() {}

    /**
     * @param arguments numbers of APIs; 200, 1,000 and 10,000 without
     */
    public static void main(String[] arguments) throws Exception {
        int[] sizes =
                arguments.length == 0
                        ? new int[] {200, 1_000, 10_000}
                        : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        System.out.println(
                "| APIs | latency | reader | cycle, s | CPU, s | stand-ins' CPU, s | calls |"
                        + " billed metrics | values | missing | peak RSS, MiB |");
        System.out.println("|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (int apis : sizes) {
            for (int latency : new int[] {0, 30}) {
                compare(apis, latency);
            }
        }
        for (int apis : sizes) {
            bound(apis);
        }
    }

    private static void compare(int apis, int latency) throws Exception {
        int warmUp = apis > 1_000 ? 2 : 20;
        int cycles = apis > 1_000 ? 2 : 5;
        Work minute = new Work(warmUp, cycles, MINUTE);
        try (Site site = new Site(apis)) {
            site.order("slow " + latency);
            try (Peer peer = Peer.start(site, apis > 1_000 ? "-Xmx2g" : "-Xmx256m")) {
                print(site, latency, "exporter", peer, minute);
            }
            try (Ours ours = Ours.start(site, false)) {
                print(site, latency, "ours, 1 min", ours, minute);
                print(site, latency, "ours, 5 min", ours, new Work(1, cycles, FIVE_MINUTES));
            }
            try (Ours ours = Ours.start(site, false, TEN_READERS, UNTHROTTLED)) {
                print(site, latency, "ours, 1 min, ten readers", ours, minute);
            }
            floor(site, latency, minute);
        }
    }

    private static void floor(Site site, int latency, Work work)
            throws IOException, InterruptedException {
        for (int minutes : new int[] {11, 15}) {
            try (Floor floor = Floor.start(site, minutes)) {
                print(site, latency, "SDK alone, " + minutes + " min", floor, work);
            }
        }
    }

    private static void bound(int apis) throws Exception {
        try (Site site = new Site(apis)) {
            site.order("slow 30");
            site.order("enforce");
            try (Ours ours = Ours.start(site, true)) {
                Figures figures = Figures.of(ours, site, new Work(2, 3, FIVE_MINUTES));
                System.out.println(figures.row(apis, "30 ms", "ours, 5 min, AWS's quotas kept"));
                System.out.println(figures.beside());
            }
        }
    }

    private static void print(Site site, int latency, String name, Reader reader, Work work) {
        System.out.println(Figures.of(reader, site, work).row(site.apis, latency + " ms", name));
    }
}
