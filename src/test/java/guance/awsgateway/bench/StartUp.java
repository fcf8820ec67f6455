package guance.awsgateway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Prints how long the packaged collector takes from the start of its process to its first call of
 * AWS, and the memory that it holds after runs over 1,000 APIs: by the JVM's defaults, and with the
 * options that the README advises.
 */
public final class StartUp {

    private static final int APIS = 1_000;
    private static final int TIMES = 3;
    private static final long POLL_NANOS = 5_000_000;

    /** For little memory: one collector without threads of its own, and no second compiler. */
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k", "-Xmx96m");

    private StartUp() {}

    /**
     * @param wall to the first call, in s
     * @param cpu used until then, in s
     * @param peak memory after its runs, in MiB
     */
    private record Start(double wall, double cpu, double peak) {}

    public static void main(String[] arguments) throws Exception {
        Path archive = archive();
        Map<String, List<String>> options = new TreeMap<>();
        options.put("1 defaults", List.of());
        options.put("2 class data sharing", List.of("-XX:SharedArchiveFile=" + archive));
        options.put("3 small", SMALL);
        options.put("4 small, class data sharing", with(SMALL, "-XX:SharedArchiveFile=" + archive));
        System.out.println("| JVM options | first call, s | CPU until then, s | peak RSS, MiB |");
        System.out.println("|---|--:|--:|--:|");
        for (Map.Entry<String, List<String>> each : options.entrySet()) {
            print(each.getKey().substring(2), each.getValue());
        }
    }

    private static List<String> with(List<String> options, String more) {
        List<String> all = new ArrayList<>(options);
        all.add(more);
        return all;
    }

    /** Of the classes that a run and a stop need, in the form of the small options' collector. */
    private static Path archive() throws IOException, InterruptedException {
        Path archive = Files.createTempDirectory("bench").resolve("classes.jsa");
        try (Site site = new Site(10)) {
            Child child = launch(site, with(SMALL, "-XX:ArchiveClassesAtExit=" + archive));
            awaitRuns(site, 10);
            child.terminate();
        }
        return archive;
    }

    /** The fastest of several, as others only add to it. */
    private static void print(String name, List<String> options) throws Exception {
        Start best = null;
        for (int i = 0; i < TIMES; i++) {
            Start one = start(options);
            best = best == null || one.wall() < best.wall() ? one : best;
        }
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "| %s | %.2f | %.2f | %.0f |",
                        name,
                        best.wall(),
                        best.cpu(),
                        best.peak()));
    }

    private static Start start(List<String> options) throws IOException, InterruptedException {
        try (Site site = new Site(APIS)) {
            long began = Clock.systemUTC().millis();
            try (Child child = launch(site, options)) {
                long first = 0;
                double cpu = 0;
                while (first == 0) {
                    LockSupport.parkNanos(POLL_NANOS);
                    cpu = child.cpuSeconds();
                    first = site.first();
                }
                awaitRuns(site, APIS);
                return new Start((first - began) / 1e3, cpu, child.peakMebibytes());
            }
        }
    }

    /** Five minutes of each API, as its first run reads. */
    private static void awaitRuns(Site site, int apis) {
        while (site.points() < 5L * apis) {
            LockSupport.parkNanos(20 * POLL_NANOS);
        }
    }

    private static Child launch(Site site, List<String> options) throws IOException {
        Path folder = Files.createTempDirectory(site.folder, "start");
        Ours.settings(site, folder);
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("-jar", Ours.JAR.toString()));
        return Child.start(folder, site.environment(), command);
    }
}
