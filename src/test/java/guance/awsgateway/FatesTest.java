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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of one batch of 64 objects, by what Guance makes of it. */
class FatesTest {

    private static final int APIS = 64;
    private static final World WORLD =
            World.of(
                    Account.of(
                            "111122223333", "shop", Region.of("eu-west-1", Lateness.NONE, apis())));

    private static Api[] apis() {
        return IntStream.range(0, APIS)
                .mapToObj(i -> Api.http(name(i), "a" + i).traffic(Traffic.IDLE))
                .toArray(Api[]::new);
    }

    private static String name(int i) {
        return "api%07d".formatted(i);
    }

    /** Each fault comes once; then Guance behaves. */
    static Stream<Arguments> faults() {
        return Stream.of(
                row("200 with garbage", GuanceFault.garbage(200), 0, 1),
                row("200 in an unknown charset", typed("text/plain; charset=nonsense"), 0, 1),
                row("200 as a Java object", typed("application/x-java-serialized-object"), 0, 1),
                row("500 with garbage", GuanceFault.garbage(500), APIS, 2),
                row("429", GuanceFault.status(429, Map.of("Retry-After", "1"), ""), APIS, 2),
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
        try (Bench bench = new Bench(WORLD)) {
            bench.guance().fail(fault);

            RunRecord run = bench.runAll().get(0);

            assertThat(run).returns(APIS, RunRecord::accepted).matches(RunRecord::isClean);
            assertThat(bench.guance().points("custom_object")).hasSize(arrived);
            assertThat(bench.guance().requests()).hasSize(calls);
        }
    }

    @Test
    void badPointsAreFoundAndTheGoodOnesArriveOnce() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            Set<String> bad = Set.of(name(7), name(8), name(40));
            bench.guance().refuse(point -> bad.contains(point.tags().get("name")));

            RunRecord run = bench.runAll().get(0);

            assertThat(run)
                    .returns(APIS - 3, RunRecord::accepted)
                    .returns(3, RunRecord::rejected)
                    .returns(0, RunRecord::parked);
            assertThat(bench.guance().points("custom_object"))
                    .extracting(FatesTest::name)
                    .doesNotHaveDuplicates()
                    .hasSize(APIS - 3);
            assertThat(bench.rejected()).hasSize(3).allSatisfy(FatesTest::saysWhy);
            // At most two calls a bad point and halving, and one for the batch.
            assertThat(bench.guance().requests()).hasSizeLessThanOrEqualTo(1 + 3 * 2 * 6);
        }
    }

    private static void saysWhy(Path file) throws Exception {
        assertThat(Files.readAllLines(file).get(0))
                .contains(
                        "\"reason\":\"Guance answered 400 datakit.invalidJsonPoint (the point is"
                                + " bad): it refuses a point of the batch\"");
    }

    @Test
    void aReceiverThatRejectsEveryPointIsTheOneThatIsWrong() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            bench.guance().refuse(point -> true);

            bench.runAll();
            int calls = bench.guance().requests().size();
            List<Path> rejected = bench.rejected();
            bench.guance().refuse(point -> false);
            bench.runAll();

            assertThat(calls).isLessThan(60);
            assertThat(rejected).isEmpty();
            assertThat(bench.rejected()).isEmpty();
            assertThat(bench.parked()).isEmpty();
            assertThat(bench.guance().points("custom_object"))
                    .extracting(FatesTest::name)
                    .hasSize(2 * APIS)
                    .containsAll(IntStream.range(0, APIS).mapToObj(FatesTest::name).toList());
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
