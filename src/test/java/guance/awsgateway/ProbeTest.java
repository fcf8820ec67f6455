package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsCall;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.Datapoint;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Metric;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.Traffic;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With metrics.probe, only what had requests is read, and nothing is missing in the end. */
class ProbeTest {

    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant FROM = START.minus(Duration.ofMinutes(10));
    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final Predicate<Datapoint> OURS = at -> !at.metric().dimensions().isEmpty();

    /** Metrics of one API, of two dimension sets: five each of a REST API, six of the others. */
    private static final int REST = 10;

    private static final int OTHER = 12;

    /** A count of a REST or HTTP API, and two of a WebSocket API. */
    private static final int COUNTS = 1 + 1 + 2;

    private static final List<String> REST_METRICS =
            List.of("4XXError", "5XXError", "Count", "IntegrationLatency", "Latency");

    private static final Map<String, String> NIGHTLY = Map.of("ApiName", "nightly");
    private static final Map<String, String> STAGE = Map.of("ApiName", "nightly", "Stage", "prod");

    private final Traffic silent = Traffic.STEADY.until(START.minus(Duration.ofMinutes(30)));
    private Bench bench;

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void whatHadNoRequestCostsItsCountsUntilItIsSwept() throws Exception {
        open(quiet(silent), busy());

        List<Integer> billed = billed(13);

        int whole = REST + REST + OTHER + OTHER;
        assertThat(billed.get(0)).isEqualTo(whole);
        assertThat(billed.subList(1, 12)).containsOnly(REST + COUNTS);
        assertThat(billed.get(12)).isEqualTo(whole);
        everythingArrivedOnce();
        assertThat(missed()).isZero();
    }

    @Test
    void whatWakesUpIsReadInTheSameRunAndThenWithoutBeingAskedAbout() throws Exception {
        Instant woken = START.plus(Duration.ofMinutes(12));
        Traffic once = Traffic.STEADY.from(woken).until(woken.plusSeconds(60));
        Map<Metric, Traffic> nightly = new HashMap<>();
        for (Map<String, String> set : List.of(NIGHTLY, STAGE)) {
            REST_METRICS.forEach(
                    name -> nightly.put(new Metric(Metric.API_GATEWAY, name, set), once));
        }
        Api api = Api.rest("n0i1d2l3e4", "nightly").traffic(silent);
        bench(Region.of("eu-west-1", Lateness.NONE, List.of(api, busy()), nightly));

        List<Integer> billed = billed(9);

        assertThat(billed)
                .containsExactly(
                        REST + REST,
                        REST + 1,
                        REST + 1,
                        REST + 1,
                        REST + 1 + REST,
                        REST + REST,
                        REST + REST,
                        REST + 1,
                        REST + 1);
        everythingArrivedOnce();
    }

    @Test
    void anApiWhoseCountIsNotAnsweredIsReadWhole() throws Exception {
        open(quiet(silent), busy());
        billed(1);
        bench.aws.faults().add(AwsFault.throttle("GetMetricData").when(ProbeTest::asksForCounts));

        List<Integer> billed = billed(1);

        assertThat(billed).containsExactly(REST + REST + OTHER + OTHER);
        everythingArrivedOnce();
    }

    @Test
    void anApiOfWhoseCountCloudWatchHasAPartIsReadWhole() throws Exception {
        Region region = Region.of("eu-west-1", Lateness.NONE, quiet(silent));
        AtomicBoolean partial = new AtomicBoolean();
        bench(region.failing(each -> partial.get() && each.name().equals("Count"), "PartialData"));
        billed(1);
        partial.set(true);

        List<Integer> billed = billed(1);

        // What CloudWatch has a part of is asked for twice.
        assertThat(billed).containsExactly(COUNTS + 2 + 2 * (REST + OTHER));
    }

    @Test
    void pointsWithoutARequestComeByTheSweepAndAreTold() throws Exception {
        Map<Metric, Traffic> odd = new HashMap<>();
        Stream.of("Count", "4XXError", "5XXError", "CacheHitCount", "CacheMissCount")
                .forEach(name -> odd.put(metric(name), silent));
        odd.put(metric("Latency"), new Traffic(1, 9, 0, Long.MAX_VALUE));
        bench(Region.of("eu-west-1", Lateness.NONE, List.of(busy()), odd));

        try (Logs logs = new Logs(Level.WARN)) {
            billed(13);

            everythingArrivedOnce();
            assertThat(missed()).isPositive();
            assertThat(logs.of(Level.WARN))
                    .anyMatch(line -> line.contains("set metrics.probe=false"));
        }
    }

    @Test
    void aRestartInTheHourMakesUpForItAllTheSame() throws Exception {
        Traffic rare = new Traffic(3, 60, 0, Long.MAX_VALUE);
        open(quiet(rare), busy());
        billed(7);
        bench.stop();
        List<Integer> first = billed(1);
        bench.clock.advance(Duration.ofHours(2));

        billed(2);

        assertThat(first.get(0)).isLessThan(REST + REST + OTHER + OTHER);
        everythingArrivedOnce();
    }

    @Test
    void turnedOffItReadsOnceMoreWhatItHadLeftOut() throws Exception {
        open(quiet(silent), busy());
        billed(4);
        bench.stop();
        bench.with("metrics.probe", "false");

        List<Integer> billed = billed(2);

        assertThat(billed).containsOnly(REST + REST + OTHER + OTHER);
        everythingArrivedOnce();
        assertThat(asked()).endsWith("2026-11-24T07:50:00Z", "2026-11-24T08:05:00Z");
    }

    private static Metric metric(String name) {
        return new Metric(Metric.API_GATEWAY, name, Map.of("ApiName", "odd"));
    }

    private static Api[] quiet(Traffic traffic) {
        return new Api[] {
            Api.rest("k3f9d0q2zm", "legacy").traffic(traffic),
            Api.http("p0o9i8u7y6", "old").traffic(traffic),
            Api.webSocket("w5x6y7z8a9", "chat").traffic(traffic)
        };
    }

    private static Api busy() {
        return Api.rest("b5d563g3yx", "orders");
    }

    private void open(Api[] some, Api... more) throws Exception {
        Api[] all = Stream.of(some, more).flatMap(Stream::of).toArray(Api[]::new);
        bench(Region.of("eu-west-1", Lateness.NONE, all));
    }

    private void bench(Region region) throws Exception {
        bench = new Bench(World.shop(region), PageSizes.AWS, START.toString());
        bench.with("metrics.probe", "true");
    }

    /** What each run of the metrics is billed, then five minutes. */
    private List<Integer> billed(int runs) throws Exception {
        List<Integer> billed = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            bench.runAll().stream()
                    .filter(run -> run.job() == Job.METRICS)
                    .reduce((one, other) -> other)
                    .map(RunRecord::billed)
                    .ifPresent(billed::add);
            bench.clock.advance(FIVE);
        }
        return billed;
    }

    private int missed() {
        return bench.ended().stream().mapToInt(RunRecord::probeMissed).sum();
    }

    /** Up to the end of the last window. */
    private void everythingArrivedOnce() {
        Instant to = bench.clock.instant().minus(FIVE).minus(FIVE);
        Truth.of(bench.aws.world(), FROM, to, to.plus(Duration.ofDays(1)), OURS)
                .isAllThatArrived(bench.guance().points("metric"));
    }

    private List<String> asked() {
        return bench.aws.calls().of("GetMetricData").stream()
                .map(call -> call.parameters().get("StartTime"))
                .toList();
    }

    private static boolean asksForCounts(AwsCall call) {
        return String.valueOf(COUNTS).equals(call.parameters().get("MetricDataQueries"));
    }
}
