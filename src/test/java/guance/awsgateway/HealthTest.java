package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What health says through each fault, and that it recovers. */
class HealthTest {

    private static final String FRESH = "/observe/health/fresh";
    private static final World WORLD = World.shop(Api.rest("k3f9d0q2zm", "orders"));
    private static final World TWO_REGIONS =
            World.shop(
                    Region.of("eu-west-1", Lateness.NONE, Api.rest("k3f9d0q2zm", "orders")),
                    Region.of("us-east-1", Lateness.NONE, Api.rest("p8s7d6f5g4", "billing")));

    /** More than health.max-lag. */
    private static final Duration LONG = Duration.ofMinutes(21);

    @Test
    void oneDeniedRegionIsNamedWithItsRemedyAndStopsNoRollout() throws Exception {
        try (Bench bench = new Bench(TWO_REGIONS)) {
            bench.aws.faults().add(AwsFault.deny("ListMetrics").in("us-east-1"));
            bench.serveFromStart();
            bench.clock.advance(LONG);
            bench.all();

            Map<String, String> down = bench.served().down(FRESH);

            assertThat(down).containsOnlyKeys("metrics-shop-us-east-1");
            assertThat(down.get("metrics-shop-us-east-1"))
                    .startsWith(
                            "metrics shop/us-east-1: nothing was handed over since the start, 21"
                                    + " min ago, 20 min are allowed; the run of"
                                    + " 2026-11-24T08:36:00Z says: ListMetrics is denied; allow"
                                    + " cloudwatch:ListMetrics");
            assertThat(statuses(bench)).isEqualTo("live 200, ready 200, fresh 503");

            bench.aws.faults().clear();
            bench.all();

            assertThat(statuses(bench)).isEqualTo("live 200, ready 200, fresh 200");
        }
    }

    static Stream<AwsFault> outages() {
        return Stream.of(AwsFault.internal(AwsFault.ANY), AwsFault.throttle(AwsFault.ANY));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void whileAwsFailsTheLagGrowsPastWhatIsAllowed(AwsFault outage) throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            bench.serveFromStart();
            bench.aws.faults().add(outage);
            bench.clock.advance(LONG);
            bench.all();

            assertThat(bench.served().down(FRESH).get("metrics-shop-eu-west-1"))
                    .startsWith(
                            "metrics shop/eu-west-1: the newest window handed over lies 26 min"
                                    + " behind, 20 min are allowed; the run of"
                                    + " 2026-11-24T08:36:00Z says: ");
            assertThat(statuses(bench)).isEqualTo("live 200, ready 200, fresh 503");

            bench.aws.faults().clear();
            bench.all();

            assertThat(statuses(bench)).isEqualTo("live 200, ready 200, fresh 200");
        }
    }

    @Test
    void aReceiverThatIsDownIsNamed() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            Map<String, String> soon = Map.of("Retry-After", bench.almostNow());
            bench.guance().failAlways(GuanceFault.status(503, soon, ""));
            bench.serveFromStart();

            assertThat(bench.served().down(FRESH))
                    .containsExactly(
                            Map.entry(
                                    "receiver",
                                    "Guance takes nothing now: Guance answered 503: it is in"
                                            + " trouble itself. Batches are parked, and sent again"
                                            + " once it does"));
            assertThat(statuses(bench)).isEqualTo("live 200, ready 200, fresh 503");

            bench.guance().recover();
            bench.all();

            assertThat(statuses(bench)).isEqualTo("live 200, ready 200, fresh 200");
        }
    }

    @Test
    void aReceiverThatRefusesUsIsToldInItsWordsWithTheRemedy() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            String body = "{\"error_code\":\"kodo.tokenNotFound\",\"message\":\"unknown\"}";
            bench.guance().failAlways(GuanceFault.status(403, Map.of(), body));
            bench.serveFromStart();

            assertThat(bench.served().down(FRESH).get("receiver"))
                    .startsWith(
                            "Guance takes nothing now: Guance answered 403 kodo.tokenNotFound"
                                    + " (unknown); check guance.token, and the workspace's quota.");
            assertThat(statuses(bench)).isEqualTo("live 200, ready 200, fresh 503");

            bench.guance().recover();
            bench.all();

            assertThat(statuses(bench)).isEqualTo("live 200, ready 200, fresh 200");
        }
    }

    @Test
    void aQuotaThatIsUsedUpIsTold() throws Exception {
        try (Bench bench = new Bench(WORLD).with("dead-letter.quota", "1MiB")) {
            bench.guance().failAlways(GuanceFault.status(403, Map.of(), ""));
            bench.serveFromStart();
            fillUp(bench);
            bench.clock.advance(Duration.ofMinutes(5));
            bench.all();

            assertThat(bench.served().down(FRESH).get("dead-letters"))
                    .startsWith(
                            "batches cannot be parked: dead-letter.quota = 1024 KiB is used up;");
            assertThat(statuses(bench)).isEqualTo("live 200, ready 200, fresh 503");

            bench.guance().recover();
            bench.all();

            assertThat(statuses(bench)).isEqualTo("live 200, ready 200, fresh 200");
        }
    }

    /** Spaces at the end of the parked metrics leave no room for another batch. */
    private static void fillUp(Bench bench) throws Exception {
        Path metrics =
                bench.parked().stream()
                        .filter(file -> file.getFileName().toString().contains("-metric-"))
                        .findFirst()
                        .orElseThrow();
        long taken = 0;
        for (Path file : bench.parked()) {
            taken += Files.size(file);
        }
        String padding = " ".repeat((1 << 20) - (int) taken);
        Files.writeString(metrics, Files.readString(metrics).strip() + padding);
    }

    @Test
    void aStateDirectoryThatCannotBeWrittenIsNotReady() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            bench.serveFromStart();
            Path state = bench.folder.resolve("state");
            Path away = Files.move(state, bench.folder.resolve("away"));
            Files.createFile(state);

            assertThat(statuses(bench)).isEqualTo("live 200, ready 503, fresh 200");
            assertThat(bench.served().down("/observe/health/ready").get("state"))
                    .contains("state.directory = ", "cannot be written (", "its space");

            Files.delete(state);
            Files.move(away, state);

            assertThat(statuses(bench)).isEqualTo("live 200, ready 200, fresh 200");
        }
    }

    private static String statuses(Bench bench) throws Exception {
        Served served = bench.served();
        return "live %s, ready %s, fresh %s"
                .formatted(
                        served.status("/observe/health/live"),
                        served.status("/observe/health/ready"),
                        served.status(FRESH));
    }
}
