package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.Stage;
import guance.awsgateway.standin.World;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prometheus scrapes of a collector that has run once. */
class MetersTest {

    private static final String METRICS = "account=\"shop\",job=\"metrics\",%sregion=\"eu-west-1\"";

    private static List<RunRecord> runs;
    private static String scrape;

    @BeforeAll
    static void runOnce() throws Exception {
        Api api = Api.http("bbbbbbbbbb", "b").stages(Stage.of("prod"));
        try (Bench bench = new Bench(World.shop(api)).with("objects.stages", "true")) {
            bench.serveFromStart();
            runs = bench.ended();
            scrape = bench.served().body("/observe/metrics");
        }
    }

    @AfterAll
    static void forget() {
        runs = null;
        scrape = null;
    }

    @Test
    void promtoolFindsNothingToMend() throws Exception {
        assumeTrue(isThere(), "promtool is missing; apt-get install prometheus has it");
        Path input = Files.writeString(Files.createTempFile("scrape", ".txt"), scrape);

        Process promtool = promtool(Redirect.from(input.toFile()), "metrics");

        assertThat(said(promtool)).isEmpty();
        assertThat(promtool.waitFor()).isZero();
    }

    @Test
    void theAlertsOfTheReadmeAreRulesOverMetricsThatThereAre() throws Exception {
        String rules = Files.readString(Path.of("README.md")).split("```yaml\ngroups:")[1];
        rules = "groups:" + rules.split("```")[0];
        List<String> metrics =
                Pattern.compile("guance_aws_gateway_\\w+")
                        .matcher(rules)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .toList();

        assertThat(metrics).hasSize(5).allMatch(name -> scrape.contains("\n" + name));
        assumeTrue(isThere(), "promtool is missing; apt-get install prometheus has it");
        Path file = Files.writeString(Files.createTempFile("alerts", ".yaml"), rules);
        Process promtool = promtool(Redirect.PIPE, "rules", file.toString());
        String said = said(promtool);

        assertThat(promtool.waitFor()).as(said).isZero();
        assertThat(said).contains("3 rules found");
    }

    private static Process promtool(Redirect input, String... check) throws IOException {
        ProcessBuilder promtool = new ProcessBuilder("promtool", "check");
        promtool.command().addAll(List.of(check));
        return promtool.redirectInput(input).redirectErrorStream(true).start();
    }

    private static String said(Process promtool) throws IOException {
        return new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
    }

    @Test
    void theFiguresAreThoseOfTheRuns() {
        RunRecord run = runs.stream().filter(r -> r.job() == Job.METRICS).findAny().orElseThrow();

        assertThat(value("points_total", "outcome=\"accepted\",")).isEqualTo(run.accepted());
        assertThat(value("billed_metrics_total", "")).isEqualTo(run.billed());
        assertThat(value("runs_total", "outcome=\"ok\",")).isEqualTo(1);
        assertThat(value("runs_total", "outcome=\"failed\",")).isZero();
        assertThat(value("lag_seconds", "")).isEqualTo(300);
        assertThat(value("estimated_usd_total", ""))
                .isCloseTo(
                        (run.billed() + run.calls().get("ListMetrics")) * 0.01 / 1000,
                        within(1e-12));
    }

    @Test
    void everyOperationThatWasCalledIsCounted() {
        for (RunRecord run : runs) {
            assertThat(run.calls()).isNotEmpty();
            run.calls()
                    .forEach(
                            (operation, times) ->
                                    assertThat(scrape)
                                            .contains(
                                                    "operation=\"%s\",region=\"eu-west-1\"} %s.0"
                                                            .formatted(operation, times)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guance_aws_gateway_fresh 1.0",
                "guance_aws_gateway_receiver_accepting 1.0",
                "guance_aws_gateway_parked_bytes 0.0",
                "guance_aws_gateway_parked_batches 0.0",
                "guance_aws_gateway_parked_quota_bytes 1.073741824E9",
                "guance_aws_gateway_replayed_points_total{outcome=\"accepted\"} 0.0",
                "camel_exchanges_failed_total{route=\"collect-metrics\"} 0.0"
            })
    void ofTheReceiverAndTheRoutesItTellsToo(String line) {
        assertThat(scrape.lines()).contains(line);
    }

    private static double value(String name, String more) {
        String start = "guance_aws_gateway_%s{%s} ".formatted(name, METRICS.formatted(more));
        return scrape.lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(start.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError(start + " is not in\n" + scrape));
    }
}
