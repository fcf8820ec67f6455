package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.database.Leases;
import guance.awsgateway.operations.Job;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.AwsCall;
import guance.awsgateway.standin.AwsFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The node that something befalls as it waits for an answer amid the metrics of a region. */
final class Victim {

    private static final String AWAY = "Pulse - the database of state.jdbc.url does not answer";
    private static final String BACK = "Pulse - the database of state.jdbc.url answers again";
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final Nodes nodes;
    private final String region;
    private final AwsFault denied;
    private AwsFault hang;
    private volatile boolean waits;
    private Nodes.Node node;
    private Instant struck;

    /** Of a region where nothing can be read before the blow. */
    Victim(Nodes nodes, String region) {
        this.nodes = nodes;
        this.region = region;
        denied = add(AwsFault.deny("GetMetricData"));
    }

    private AwsFault add(AwsFault fault) {
        return nodes.bench.aws.faults().add(fault.in(region));
    }

    /** What befalls it. */
    interface Blow {
        void to(Victim victim) throws Exception;
    }

    /** Strikes whichever node reads the region next, as AWS does not answer it. */
    Victim amidReading(Blow blow) throws Exception {
        return strike(blow, call -> true, () -> true);
    }

    /** As {@link #amidReading}, as Guance has kept a batch of it too, and does not say so. */
    Victim amidReadingAndPost(Blow blow) throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        nodes.bench.guance().hold(this::isMetricOfRegion);
        // Of two readers, one waits for AWS from its first call on; the other once it has posted.
        return strike(
                blow,
                call -> isNoProbe(call) && (isUnsaid() || first.getAndSet(false)),
                this::isUnsaid);
    }

    /** The probe has a query for each API, in a call before the readers begin. */
    private static boolean isNoProbe(AwsCall call) {
        return Integer.parseInt(call.parameters().get("MetricDataQueries")) > Nodes.APIS.size();
    }

    private boolean isMetricOfRegion(Point point) {
        return point.tags().containsKey("Dimensions")
                && region.equals(point.tags().get("region_id"));
    }

    private boolean isUnsaid() {
        return nodes.arrivals().stream().anyMatch(arrival -> !arrival.told());
    }

    private Victim strike(Blow blow, Predicate<AwsCall> hangs, BooleanSupplier ready)
            throws Exception {
        hang = add(AwsFault.hang("GetMetricData").when(hangs).when(call -> waits = true));
        nodes.bench.aws.faults().remove(denied);
        await().atMost(MINUTE.multipliedBy(2)).until(() -> waits && ready.getAsBoolean());
        await().atMost(MINUTE).until(() -> nodes.running(region, Job.METRICS).isPresent());
        node = nodes.running(region, Job.METRICS).orElseThrow();
        blow.to(this);
        struck = Instant.now();
        nodes.bench.guance().hold(point -> false);
        return this;
    }

    /** AWS answers from now on, whoever asks. */
    void answer() {
        nodes.bench.aws.faults().remove(hang);
    }

    Nodes.Node node() {
        return node;
    }

    /** Fails unless another has read the region within a minute after the blow, all of it. */
    void isTakenOver() throws Exception {
        await().atMost(MINUTE).until(() -> !whole().isEmpty());
        assertThat(whole()).anyMatch(end -> Nodes.time(end).isBefore(struck.plus(MINUTE)));
    }

    /** What other nodes say of runs of the region that read all. */
    private List<String> whole() throws Exception {
        List<String> all = new ArrayList<>();
        for (Nodes.Node each : nodes.all()) {
            if (each != node) {
                each.ends(Job.METRICS, region)
                        .filter(end -> end.endsWith(": ok"))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** Waits until it tells this of the run, of which it has sent nothing. */
    void tellsOfTheRun(String text) {
        await().atMost(MINUTE).until(() -> node.log().contains(text));
        await().atMost(MINUTE)
                .until(() -> node.ends(Job.METRICS, region).anyMatch(Victim::isInVain));
    }

    private static boolean isInVain(String end) {
        return end.contains(" 0 points accepted") && end.endsWith(": failed");
    }

    /** Fails unless it has noticed in time that its database is away, and told it once. */
    void noticesIt() throws Exception {
        await().atMost(MINUTE).until(() -> node.log().contains(AWAY));
        List<String> told = node.log().lines().filter(line -> line.contains(AWAY)).toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).endsWith(" [GAG-054]");
        assertThat(Nodes.time(told.get(0))).isBefore(struck.plus(Leases.SILENT));
    }

    /** Fails unless it tells once that its database is back, and fires schedules again. */
    void comesBack() throws Exception {
        node.wire().mend();
        await().atMost(MINUTE).until(() -> node.log().contains(BACK));
        long before = node.ended();
        await().atMost(MINUTE).until(() -> node.ended() > before + 1);
        assertThat(node.log()).containsOnlyOnce(AWAY).containsOnlyOnce(BACK);
        assertThat(node.log().lines())
                .noneMatch(line -> line.startsWith("\tat ") || line.startsWith("Caused by: "));
    }
}
