package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.GuanceRequest;
import guance.awsgateway.standin.Traffic;
import guance.awsgateway.standin.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of one batch of 64 objects, by what Guance makes of it. */
class FatesTest {

    @TempDir Path folder;

    private static final int APIS = 64;
    private static final World WORLD = World.shop(apis());

    private static Api[] apis() {
        return IntStream.range(0, APIS)
                .mapToObj(i -> Api.http(name(i), "a" + i).traffic(Traffic.IDLE))
                .toArray(Api[]::new);
    }

    private static String name(int i) {
        return "api%07d".formatted(i);
    }

    private static final Map<String, String> HTML = Map.of("Content-Type", "text/html");

    /** Each fault comes once; then Guance behaves. */
    static Stream<Arguments> faults() {
        return Stream.of(
                row("200 with garbage", GuanceFault.garbage(200), 0, 1),
                row("200 in an unknown charset", typed("text/plain; charset=nonsense"), 0, 1),
                row("200 as a Java object", typed("application/x-java-serialized-object"), 0, 1),
                row("204", GuanceFault.status(204), 0, 1),
                row("a slow answer", GuanceFault.slow(Duration.ofMillis(300)), APIS, 1),
                row("408", GuanceFault.status(408), APIS, 2),
                row("500 with garbage", GuanceFault.garbage(500), APIS, 2),
                row("502 by a proxy", GuanceFault.status(502, HTML, "<html>Bad</html>"), APIS, 2),
                row("503", GuanceFault.status(503), APIS, 2),
                row("429", GuanceFault.status(429, Map.of("Retry-After", "1"), ""), APIS, 2),
                row("301", GuanceFault.status(301), APIS, 2),
                row("a redirect", GuanceFault.redirect("http://127.0.0.1:1/"), APIS, 2),
                row("cut before reading", GuanceFault.cutBeforeReading(), APIS, 2),
                row("cut after accepting", GuanceFault.cutAfterAccepting(), 2 * APIS, 2),
                row("413", GuanceFault.status(413), APIS, 3),
                row("400 for nothing", GuanceFault.status(400), APIS, 3));
    }

    private static GuanceFault typed(String type) {
        return GuanceFault.status(200, Map.of("Content-Type", type), "\u0000\u0001");
    }

    private static Arguments row(String name, GuanceFault fault, int arrived, int calls) {
        return Arguments.of(Named.of(name, fault), arrived, calls);
    }

    @ParameterizedTest(name = "{0}: {1} points in {2} calls")
    @MethodSource("faults")
    void everyPointIsAcceptedInTheEnd(GuanceFault fault, int arrived, int calls) throws Exception {
        try (Bench bench = new Bench(WORLD).withoutPauses()) {
            bench.guance().fail(fault);

            RunRecord run = bench.runAll().get(0);

            assertThat(run).returns(APIS, RunRecord::accepted).matches(RunRecord::isClean);
            assertThat(bench.guance().points("custom_object")).hasSize(arrived);
            assertThat(bench.guance().requests()).hasSize(calls);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403, 404, 405, 406, 407, 409, 410, 411, 415, 422, 431, 451})
    void aRefusalOfUsIsParkedAfterOneCallAndArrivesLater(int status) throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            bench.guance().fail(GuanceFault.status(status, HTML, "<html>No</html>"));

            RunRecord run = bench.runAll().get(0);
            int calls = bench.guance().requests().size();
            bench.replay();

            assertThat(run).returns(APIS, RunRecord::parked).returns(0, RunRecord::failures);
            assertThat(run.error()).startsWith("Guance answered " + status);
            assertThat(calls).isEqualTo(1);
            assertThat(bench.guance().points("custom_object")).hasSize(APIS);
            assertThat(bench.parked()).isEmpty();
        }
    }

    @Test
    void aGuanceThatDoesNotAnswerIsAskedAgainAfterATime() throws Exception {
        Edited.routes(
                folder.resolve("routes"),
                "post",
                "responseTimeout: 30000",
                "responseTimeout: 1000");
        try (Bench bench = new Bench(WORLD).withoutPauses().routes(folder)) {
            bench.guance().fail(GuanceFault.hang());

            RunRecord run = bench.runAll().get(0);

            assertThat(run).returns(APIS, RunRecord::accepted).matches(RunRecord::isClean);
            assertThat(bench.guance().points("custom_object")).hasSize(APIS);
            assertThat(bench.guance().requests()).hasSize(2);
        }
    }

    @Test
    void withNobodyAtTheAddressAllIsParkedAndArrivesLater() throws Exception {
        try (Bench bench = new Bench(WORLD).withoutPauses()) {
            String url = bench.guance().url();
            bench.with("guance.url", "http://127.0.0.1:1");
            RunRecord run = bench.runAll().get(0);
            bench.stop();
            bench.with("guance.url", url).start(Mode.ONCE);
            bench.replay();

            assertThat(run)
                    .returns(APIS, RunRecord::parked)
                    .returns(
                            "Guance cannot be reached; check guance.url and the network",
                            RunRecord::error);
            assertThat(bench.guance().points("custom_object")).hasSize(APIS);
        }
    }

    @Test
    void aRefusalOfUsParksAllAtOnceAndIsToldOnce() throws Exception {
        try (Logs logs = new Logs(Level.INFO);
                Bench bench = new Bench(WORLD).with("guance.batch.points", "8")) {
            bench.guance()
                    .failAlways(
                            GuanceFault.status(
                                    403,
                                    Map.of(),
                                    "{\"error_code\":\"kodo.quota\",\"message\":\"quota is over\"}"));

            RunRecord run = bench.runAll().get(0);
            List<GuanceRequest> calls = bench.guance().requests();
            bench.guance().recover();
            bench.runAll();

            assertThat(run).returns(APIS, RunRecord::parked);
            assertThat(calls).hasSize(1);
            assertThat(logs.of(Level.ERROR))
                    .containsExactly(
                            "batches are parked at once, until one that asks every minute gets"
                                    + " through: Guance answered 403 kodo.quota (quota is over);"
                                    + " check guance.token, and the workspace's quota");
            assertThat(bench.parked()).isEmpty();
            assertThat(bench.guance().points("custom_object")).hasSize(2 * APIS);
        }
    }

    private static String name(Point point) {
        return point.tags().get("name");
    }
}
