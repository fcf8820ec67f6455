package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.GuanceRequest;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.Traffic;
import guance.awsgateway.standin.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Three objects in three batches, and no metrics, to a receiver that asks for no pauses. */
class DeliveryTest {

    private static final World WORLD = World.of(Account.of("111122223333", "shop", region()));

    private static Region region() {
        return Region.of(
                "eu-west-1",
                Lateness.NONE,
                Api.http("aaaaaaaaaa", "a").traffic(Traffic.IDLE),
                Api.http("bbbbbbbbbb", "b").traffic(Traffic.IDLE),
                Api.http("cccccccccc", "c").traffic(Traffic.IDLE));
    }

    private static Bench bench() throws Exception {
        return new Bench(WORLD).with("guance.batch.points", "1");
    }

    private static GuanceFault refusal(int status, String retryAfter) {
        return GuanceFault.status(status, Map.of("Retry-After", retryAfter), "");
    }

    @Test
    void aBatchThatIsTakenAtTheThirdTryArrivesOnce() throws Exception {
        try (Bench bench = bench()) {
            String soon = bench.almostNow();
            bench.guance().fail(refusal(500, soon), refusal(503, soon));

            assertThat(bench.runAll()).allMatch(RunRecord::isClean);

            assertThat(bench.guance().requests())
                    .extracting(GuanceRequest::status)
                    .containsExactly(500, 503, 200, 200, 200);
            assertThat(names(bench)).containsExactly("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc");
        }
    }

    @Test
    void theNextTryWaitsAsLongAsRetryAfterSays() throws Exception {
        try (Bench bench = bench()) {
            String soon = "Tue, 24 Nov 2026 08:15:02 GMT";
            bench.guance().fail(refusal(429, "2"), refusal(503, soon));
            bench.start(Mode.ONCE);

            long started = System.nanoTime();
            assertThat(bench.runAll()).allMatch(RunRecord::isClean);

            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .isGreaterThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (Bench bench = bench()) {
            String elsewhere = bench.guance().url() + "/v1/write/metric";
            bench.guance()
                    .fail(
                            GuanceFault.status(
                                    307,
                                    Map.of("Location", elsewhere, "Retry-After", bench.almostNow()),
                                    ""));

            bench.runAll();

            assertThat(bench.guance().requests())
                    .extracting(GuanceRequest::path)
                    .containsOnly("/v1/write/custom_object");
            assertThat(names(bench)).containsExactly("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc");
        }
    }

    @Test
    void aBadPointIsRejectedAndTheRestIsDelivered() throws Exception {
        try (Bench bench = bench()) {
            bench.guance().fail(refusal(400, bench.almostNow()));

            List<RunRecord> runs = bench.runAll();

            String reason = "Guance answered 400: it refuses a point of the batch";
            assertThat(runs.get(0)).isEqualTo(record(runs.get(0), 2, 0, 1, 0, reason));
            assertThat(names(bench)).containsExactly("bbbbbbbbbb", "cccccccccc");
            assertThat(bench.parked()).isEmpty();
            assertThat(bench.rejected()).singleElement().satisfies(DeliveryTest::holdsTheFirst);
        }
    }

    private static void holdsTheFirst(Path file) throws Exception {
        assertThat(file.getFileName().toString())
                .matches("20261124T081500.999Z-custom_object-shop-eu-west-1-[0-9a-f]{8}.jsonl");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .isEqualTo(
                        """
                        {"category":"custom_object","target":"shop-eu-west-1","points":1,\
                        "first":"2026-11-24T08:15:00.999Z","last":"2026-11-24T08:15:00.999Z",\
                        "parked":"2026-11-24T08:15:00.999Z","attempts":1,\
                        "reason":"Guance answered 400: it refuses a point of the batch"}""");
        assertThat(lines.get(1))
                .startsWith("{\"measurement\":\"aws_gateway\",\"tags\":{\"ApiId\":\"aaaaaaaaaa\"");
    }

    @Test
    void afterFiveFailedCallsInARowTheRestIsParkedAtOnce() throws Exception {
        try (Bench bench = bench()) {
            bench.guance().failAlways(refusal(503, bench.almostNow()));

            List<RunRecord> runs = bench.runAll();

            String reason =
                    "waits behind what is parked of its target, after: Guance answered 503: it is in"
                            + " trouble itself";
            assertThat(runs.get(0)).isEqualTo(record(runs.get(0), 0, 3, 0, 0, reason));
            assertThat(bench.guance().requests()).hasSize(5);
            assertThat(bench.parked()).hasSize(3);
        }
    }

    @Test
    void whatCanBeNeitherSentNorParkedFailsTheRun() throws Exception {
        try (Logs logs = new Logs(Level.INFO);
                Bench bench = bench().with("guance.batch.points", "1000")) {
            bench.start(Mode.ONCE);
            Path file = Files.createFile(bench.folder.resolve("dead-letter"));
            bench.guance().failAlways(refusal(503, bench.almostNow()));

            List<RunRecord> runs = bench.runAll();

            String reason =
                    "cannot park in %s/parked: java.nio.file.FileSystemException: %s: Not a"
                            + " directory, after: Guance answered 503: it is in trouble itself";
            String error = reason.formatted(file, file + "/parked");
            assertThat(runs.get(0)).isEqualTo(record(runs.get(0), 0, 0, 0, 1, error));
            assertThat(logs.of(Level.ERROR))
                    .contains(
                            "objects shop/eu-west-1: 3 points could be neither sent nor parked: "
                                    + error);
        }
    }

    private static RunRecord record(
            RunRecord run, int accepted, int parked, int rejected, int failures, String error) {
        return new RunRecord(
                run.id(),
                "shop/eu-west-1",
                run.job(),
                run.scheduled(),
                run.started(),
                Duration.ZERO,
                3,
                0,
                0,
                0,
                run.calls(),
                0,
                2,
                accepted,
                parked,
                rejected,
                0,
                0,
                Duration.ZERO,
                0,
                0,
                failures,
                error);
    }

    private static List<String> names(Bench bench) {
        return bench.guance().points("custom_object").stream()
                .map(Point::tags)
                .map(tags -> tags.get("name"))
                .toList();
    }
}
