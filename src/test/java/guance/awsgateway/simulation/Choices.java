package guance.awsgateway.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * How a seed runs the collector.
 *
 * @param overwrites whether Guance does
 * @param interval from one metrics run to the next
 * @param settings the collector's, without directories and addresses
 */
record Choices(boolean overwrites, Duration interval, Map<String, String> settings) {

    static final String TOKEN = "tkn_0123456789abcdef0123456789abcdef";
    static final Duration DELAY = Duration.ofMinutes(5);
    static final Duration PATIENCE = Duration.ofHours(1);

    /** All of them in every fifth seed: what they do not share is soon told. */
    private static final List<String> STATISTICS =
            List.of(
                    "Average, Maximum, Minimum, SampleCount, Sum",
                    "Sum",
                    "Average, Sum",
                    "Maximum",
                    "SampleCount, Sum");

    /** Every second seed overwrites. */
    static Choices of(long seed, Timeline timeline, Map<String, String> more) {
        SplittableRandom random = new SplittableRandom(seed);
        int minutes = List.of(15, 30, 30, 60, 60, 60, 60, 60).get(random.nextInt(8));
        boolean overwrites = seed % 2 == 0;
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("camel.main.jmx-enabled", "false");
        settings.put("collector.accounts[0].name", Company.NAME);
        settings.put("collector.accounts[0].regions", String.join(",", Company.REGIONS));
        settings.put("heartbeat.guance", "false");
        settings.put("guance.batch.points", List.of("20", "100", "1000").get(random.nextInt(3)));
        settings.put("guance.token", TOKEN);
        settings.put("metrics.concurrency", timeline.has(Chaos.READERS) ? "4" : "1");
        settings.put("metrics.lookback", "60m");
        settings.put("metrics.selection[0]", String.join(", ", Company.METRICS));
        settings.put("metrics.statistics", STATISTICS.get((int) (seed % STATISTICS.size())));
        settings.put("metrics.resend", overwrites ? "changed" : "never");
        settings.put("objects.cron", "0 0 * * * ?");
        settings.put("metrics.probe", String.valueOf(random.nextInt(5) < 2));
        settings.putAll(more);
        return new Choices(overwrites, Duration.ofMinutes(often(minutes, settings)), settings);
    }

    /** By an hour or more, every run of a probing collector is a sweep. */
    private static int often(int minutes, Map<String, String> settings) {
        return settings.get("metrics.probe").equals("true") ? Math.max(10, minutes / 3) : minutes;
    }

    /**
     * @param interval from one metrics run to the next
     */
    Map<String, String> with(String guance, Duration interval, Setting setting) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        long minutes = interval.toMinutes();
        all.put("metrics.cron", "0 0" + (minutes < 60 ? "/" + minutes : "") + " * * * ?");
        all.putAll(setting.lines());
        all.put("guance.url", guance);
        return all;
    }

    /** What is sent where a {@link Setting} says nothing else. */
    Set<String> statistics() {
        return Set.of(settings.get("metrics.statistics").split("\\s*,\\s*"));
    }

    static boolean listsApis(Instant time) {
        return time.getEpochSecond() % Duration.ofHours(1).toSeconds() == 0;
    }

    /** The first minute that the first run reads. */
    Instant from() {
        String minutes = settings.get("metrics.lookback").replace("m", "");
        return to(Troubles.START).minus(Duration.ofMinutes(Long.parseLong(minutes)));
    }

    /** The first minute that a run does not read. */
    static Instant to(Instant run) {
        return run.minus(DELAY).truncatedTo(ChronoUnit.MINUTES);
    }

    /** From here on, points that wait for a metric may still do so at the end. */
    Instant heldFrom(Instant last) {
        return to(last).minus(PATIENCE).minus(interval.multipliedBy(2));
    }
}
