package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private static final World WORLD = World.shop(Api.rest("k3f9d0q2zm", "orders"));

    @AutoClose private Shell shell;
    private Printed printed;
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        shell = new Shell(WORLD);
        printed = shell.printed();
        bench = shell.bench();
    }

    @Test
    void wrongSettingsAreListedAndNothingIsCalled() throws Exception {
        bench.with("metrics.period", "90s").with("metrics.perod", "60s").with("guance.url", "");

        int code = shell.run("--once");

        assertThat(code).isEqualTo(2);
        assertThat(printed.out()).isEmpty();
        assertThat(printed.err())
                .isEqualTo(
                        """
                        guance-aws-gateway did not start: 3 settings are wrong. Nothing was called.
                          metrics.period = 90s (application.properties): must be a multiple of 60s,\
                         such as 60s or 120s
                          metrics.perod (application.properties): no such setting; did you mean\
                         metrics.period?
                          guance.url is missing: set the receiver's address, such as\
                         https://openway.guance.com or http://localhost:9529 (left open in\
                         application.properties)
                        [GAG-001]
                        """);
        assertThat(bench.aws.calls().all()).isEmpty();
        assertThat(bench.guance().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version"})
    void helpAndVersionCallNothing(String flag) throws Exception {
        int code = shell.run(flag);

        assertThat(code).isZero();
        assertThat(printed.out()).contains("guance-aws-gateway");
        assertThat(printed.err()).isEmpty();
        assertThat(bench.aws.calls().all()).isEmpty();
    }

    @Test
    void anUnknownFlagIsToldWithTheUsage() throws Exception {
        int code = shell.run("--onse");

        assertThat(code).isEqualTo(2);
        assertThat(printed.err()).startsWith("Unknown option: '--onse'").contains("--once");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "guance.token=%s, Unknown argument: 'guance.token'; a setting is given as -Dkey=value",
        "--guance.token=%s, Unknown option: '--guance.token'",
        "--token %s, Unknown option: '--token'",
        "%s, Unknown argument: 'tkn_***'; a setting is given as -Dkey=value",
        "-D %s, Value for option option '-D' (key=value) should be in KEY=VALUE format but was tkn_***"
    })
    void aMistypedArgumentDoesNotShowTheTokenInIt(String argument, String told) throws Exception {
        int code = shell.run(argument.formatted(Bench.TOKEN).split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(printed.err()).startsWith(told).doesNotContain(Bench.TOKEN);
    }

    @Test
    void onceEndsWithTheFiguresOfEveryRun() throws Exception {
        int code = shell.run("--once");

        assertThat(code).isZero();
        assertThat(printed.out())
                .isEqualTo(
                        """
                        target          job      found      points  parked  rejected  ms  outcome
                        shop/eu-west-1  objects  1 APIs     1       0       0         0   ok
                        shop/eu-west-1  metrics  10 series  10      0       0         0   ok
                        """);
    }

    @Test
    void onceFailsWhereAwsDenies() throws Exception {
        bench.aws.faults().add(AwsFault.deny("ListMetrics"));

        int code = shell.run("--once");

        assertThat(code).isEqualTo(1);
        assertThat(printed.out())
                .isEqualTo(
                        """
                        target          job      found     points  parked  rejected  ms  outcome
                        shop/eu-west-1  objects  1 APIs    1       0       0         0   ok
                        shop/eu-west-1  metrics  0 series  0       0       0         0   failed
                        metrics shop/eu-west-1: ListMetrics is denied; allow\
                         cloudwatch:ListMetrics (README, IAM policy)
                        """);
    }

    @Test
    void onceFailsWhereSomethingIsParked() throws Exception {
        GuanceFault refusal = GuanceFault.status(500, Map.of("Retry-After", bench.almostNow()), "");
        bench.guance().failAlways(refusal);

        int code = shell.run("--once");

        assertThat(code).isEqualTo(1);
        assertThat(bench.parked()).hasSize(2);
        assertThat(printed.out()).contains("parked").contains("Guance answered 500");
    }

    @Test
    void deadLettersAreShownAndSentByCommand() throws Exception {
        bench.guance().failAlways(GuanceFault.status(403));
        shell.run("--once");
        printed.forget();

        int shown = shell.run("--dead-letters");
        String table = printed.out();
        bench.guance().recover();
        printed.forget();
        int sent = shell.run("--replay");

        assertThat(shown).isZero();
        assertThat(table)
                .startsWith("kind    category       target          files  points  bytes  oldest")
                .contains("parked  custom_object  shop-eu-west-1  1      1 ")
                .contains("parked  metric         shop-eu-west-1  1      10 ")
                .contains("Guance answered 403; check guance.token");
        assertThat(sent).isZero();
        assertThat(printed.out())
                .isEqualTo("11 points accepted, 0 rejected; 0 batches are still parked\n");
        assertThat(bench.guance().points("metric")).hasSize(10);
    }

    @Test
    void rejectedPointsAreSentAgainOnDemand() throws Exception {
        bench.guance().refuse(point -> point.measurement().equals("aws_gateway"));
        shell.run("--once");
        List<Path> rejected = bench.rejected();
        bench.guance().refuse(point -> false);

        int sent = shell.run("--replay-rejected");

        assertThat(rejected).hasSize(1);
        assertThat(sent).isZero();
        assertThat(bench.rejected()).isEmpty();
        assertThat(bench.guance().points("custom_object")).hasSize(1);
    }

    @Test
    void onceFailsWhereAnEditedRouteBreaksOutsideOfWhatItCatches() throws Exception {
        Edited.routes(
                bench.folder.resolve("routes"),
                "collect-metrics",
                "begin(${variable.target}, 'metrics',",
                "begin(${variable.target}, 'nosuch',");

        int code = shell.run("--once");

        assertThat(code).isEqualTo(1);
        assertThat(printed.out()).contains("objects").doesNotContain("metrics");
    }

    @Test
    void aDryRunPrintsThePointsAndTheFigures() throws Exception {
        int code = shell.run("--dry-run");

        List<String> lines = printed.out().lines().toList();
        assertThat(code).isZero();
        assertThat(lines).filteredOn(line -> line.startsWith("aws_gateway,")).hasSize(1);
        assertThat(lines).filteredOn(line -> line.startsWith("aws_AWS/ApiGateway,")).hasSize(10);
        assertThat(lines).anyMatch(line -> line.startsWith("shop/eu-west-1  metrics  10 series"));
        assertThat(bench.guance().requests()).isEmpty();
    }

    @Test
    void aSettingOfTheCommandLineWins() throws Exception {
        int code = shell.run("--once", "-Dcollector.accounts[0].extra-tags.owner=platform");

        assertThat(code).isZero();
        assertThat(bench.guance().points("custom_object"))
                .extracting(point -> point.tags().get("owner"))
                .containsExactly("platform");
    }

    @Test
    void anEditedRouteOfTheDirectoryCounts() throws Exception {
        Edited.routes(
                bench.folder.resolve("routes"),
                "collect-objects",
                "method: chosen(${body})",
                "method: where(${body}, 'api_name', 'NOT, orders')");

        int code = shell.run("--once");

        assertThat(code).isZero();
        assertThat(bench.guance().points("custom_object")).isEmpty();
        assertThat(bench.guance().points("metric")).hasSize(10);
    }
}
