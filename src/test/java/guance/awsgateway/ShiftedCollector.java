package guance.awsgateway;

import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.settings.SettingsReader;
import guance.awsgateway.target.Stopwatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The collector in a process of its own, by a clock that lines of its standard input move on, so
 * that a benchmark need not wait for the minutes that it reads. Runs begin as by JMX.
 */
public final class ShiftedCollector {

    /** With it AWS's quotas are not kept. */
    public static final String UNLIMITED = "unlimited";

    private static final String JOB = "guance.awsgateway:type=job,target=%s,job=metrics";

    private static final long POLL_NANOS = 2_000_000;

    private final ShiftedClock clock = new ShiftedClock(Clock.systemUTC());
    private final String target;
    private final Collector collector;

    private ShiftedCollector(String target, Stopwatch stopwatch) throws IOException {
        this.target = target;
        collector =
                new Collector(
                        SettingsReader.read(Path.of("application.properties"), Map.of(), Map.of()),
                        Mode.SCHEDULED,
                        Path.of(""),
                        System.out,
                        clock,
                        stopwatch);
    }

    /**
     * Reads {@code run SECONDS}: moves the clock on and runs the metrics; answers {@code ended},
     * the milliseconds, the points and what went wrong.
     *
     * @param arguments the target, and {@link #UNLIMITED}
     */
    public static void main(String[] arguments) throws Exception {
        boolean unlimited = Arrays.asList(arguments).contains(UNLIMITED);
        Stopwatch stopwatch = unlimited ? new TestStopwatch() : Stopwatch.monotonic();
        new ShiftedCollector(arguments[0], stopwatch).obey();
        System.exit(0);
    }

    private void obey() throws Exception {
        collector.start();
        awaitRuns(collector.jobs());
        System.out.println("ready");
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            run(Duration.ofSeconds(Long.parseLong(line.split(" ")[1])));
        }
    }

    private void run(Duration on) throws JMException {
        clock.move(on);
        List<RunRecord> before = collector.runs().ended();
        ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName(JOB.formatted(target)),
                        "runNow",
                        new Object[0],
                        new String[0]);
        awaitRuns(before.size() + 1);
        List<RunRecord> ended = collector.runs().ended();
        RunRecord last = ended.get(ended.size() - 1);
        if (last.job() != Job.METRICS) {
            throw new IllegalStateException(last.toString());
        }
        System.out.println(
                "ended %s %s %s %s"
                        .formatted(
                                last.duration().toMillis(),
                                last.accepted(),
                                last.outcome(),
                                last.error()));
    }

    private void awaitRuns(int count) {
        while (collector.runs().ended().size() < count) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
