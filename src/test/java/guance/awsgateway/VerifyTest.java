package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import guance.awsgateway.operations.check.Finding;
import guance.awsgateway.operations.check.Finding.Result;
import guance.awsgateway.operations.check.Findings;
import guance.awsgateway.operations.check.Verification;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.GuanceKeeping;
import guance.awsgateway.standin.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code --verify} tells of a Dataway. */
class VerifyTest {

    private static final World WORLD =
            World.shop(Api.rest("k3f9d0q2zm", "orders"), Api.http("p0o9i8u7y6", "catalogue"));

    @AutoClose private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(WORLD);
    }

    private Findings verify() throws Exception {
        return new Verification(bench.settings(), bench.clock, bench.stopwatch, "m1").findings();
    }

    private static Finding of(Findings findings, String call) {
        return findings.all().stream()
                .filter(each -> each.call().equals(call))
                .findFirst()
                .orElseThrow();
    }

    private void collected() throws Exception {
        bench.runAll();
        bench.stop();
    }

    @ParameterizedTest(name = "{0}, metrics.resend={1}: {2}")
    @CsvSource({
        "OVERWRITES, never, OK, this workspace overwrites: metrics.resend=changed is safe",
        "OVERWRITES, changed, OK, this workspace overwrites: metrics.resend=changed is safe",
        "APPENDS, never, OK, 'this workspace appends: a point that is sent again counts twice;"
                + " leave metrics.resend=never'",
        "APPENDS, changed, FAILED, 'this workspace appends: a point that is sent again counts"
                + " twice; set metrics.resend=never'",
        "KEEPS_FIRST, never, NOTE, 'the second value does not come back: metrics.resend=changed"
                + " is of no use'"
    })
    void itTellsWhatTheWorkspaceMakesOfASecondValue(
            GuanceKeeping keeping, String resend, Result result, String words) throws Exception {
        bench.keeping(keeping).with("metrics.resend", resend);
        collected();

        Findings findings = verify();

        assertThat(of(findings, "point, sent twice"))
                .isEqualTo(new Finding("Guance", "point, sent twice", result, words));
        assertThat(findings.isWell()).isEqualTo(result != Result.FAILED);
    }

    @Test
    void whatIsTakenAndDroppedIsTold() throws Exception {
        bench.keeping(GuanceKeeping.DROPS);

        Findings findings = verify();

        assertThat(findings.all())
                .extracting(Finding::call, Finding::result)
                .containsExactly(
                        tuple("workspace", Result.OK),
                        tuple("point", Result.FAILED),
                        tuple("object", Result.FAILED),
                        tuple("objects aws_gateway", Result.FAILED));
        assertThat(of(findings, "point").words()).contains("does not come back within two minutes");
        assertThat(bench.stopwatch.elapsed())
                .isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
    }

    @Test
    void theDelayUntilAPointIsSeenIsTold() throws Exception {
        collected();
        bench.guance().checks().queries().blindFor(3);

        Findings findings = verify();

        assertThat(of(findings, "point").words())
                .isEqualTo("comes back 4.8 s after it was written");
    }

    @Test
    void anObjectComesBackAsItWasSent() throws Exception {
        collected();

        Findings findings = verify();

        assertThat(of(findings, "object").words())
                .isEqualTo("comes back with every tag as sent, 0.0 s after it was written");
        assertThat(of(findings, "objects aws_gateway").words()).isEqualTo("2 in Guance, 2 at AWS");
    }

    @Test
    void columnsOfThePlatformInPlaceOfOursAreTold() throws Exception {
        collected();
        bench.guance()
                .checks()
                .queries()
                .changeObjects(
                        row -> {
                            row.remove("date");
                            row.put("create_time", row.get("time"));
                            row.put("date_ns", 0);
                        });

        Finding object = of(verify(), "object");
        bench.with("objects.platform-tags", "false");
        Finding without = of(verify(), "object");

        assertThat(object.result()).isEqualTo(Result.NOTE);
        assertThat(object.words())
                .isEqualTo(
                        "comes back 0.0 s after it was written, but with create_time 1795508100000"
                                + " instead of 2026/11/24 08:15:00, without date; set"
                                + " objects.platform-tags=false");
        assertThat(without.result()).isEqualTo(Result.OK);
    }

    @Test
    void aTagOfOursThatIsLostIsAFailure() throws Exception {
        collected();
        bench.guance().checks().queries().changeObjects(row -> row.remove("api_name"));

        assertThat(of(verify(), "object"))
                .returns(Result.FAILED, Finding::result)
                .returns(
                        "comes back 0.0 s after it was written, but without api_name",
                        Finding::words);
    }

    @Test
    void objectsThatAreNotThereYetAreTold() throws Exception {
        Findings findings = verify();

        assertThat(of(findings, "objects aws_gateway"))
                .returns(Result.FAILED, Finding::result)
                .returns(
                        "0 in Guance, 2 at AWS; run --once first, and look into its errors",
                        Finding::words);
    }

    @Test
    void anInventoryThatAwsDeniesIsToldWithTheAction() throws Exception {
        collected();
        bench.aws.faults().add(AwsFault.deny("GetApis"));

        assertThat(of(verify(), "objects aws_gateway").words())
                .contains("allow apigateway:GET on /apis");
    }

    @Test
    void aTokenThatGuanceDoesNotKnowIsTold() throws Exception {
        bench.with("guance.token", Bench.TOKEN.replace('0', 'e'));

        Findings findings = verify();

        assertThat(findings.isWell()).isFalse();
        assertThat(of(findings, "point").words()).contains("kodo.tokenNotFound");
        assertThat(of(findings, "workspace").result()).isEqualTo(Result.NOTE);
    }

    @Test
    void theReportIsWrittenToAFile() throws Exception {
        collected();
        bench.write();
        Path report = bench.folder.resolve("report.md");

        int code;
        try (Printed printed = new Printed()) {
            code = Main.run(bench.folder, bench.clock, "--verify", "--report", "report.md");
            assertThat(printed.out()).contains("All is well.");
        }

        assertThat(code).isZero();
        assertThat(Files.readString(report))
                .startsWith(
                        """
                        # Verification of guance-aws-gateway

                        - time: 2026-11-24T08:15:00Z
                        - version: (not packaged)
                        - Dataway: %s

                        | of | call | result | says |
                        |---|---|---|---|
                        | Guance | workspace | ok | wksp_standin, plan pay, billing normal |
                        | Guance | point | ok |"""
                                .formatted(bench.guance().url()))
                .endsWith(
                        """
                        | shop/eu-west-1 | objects aws_gateway | ok | 2 in Guance, 2 at AWS |

                        All is well.
                        """)
                .doesNotContain(Bench.TOKEN.substring(4));
        assertThat(bench.guance().points("metric"))
                .filteredOn(point -> point.measurement().equals("guance_aws_gateway_verify"))
                .extracting(point -> point.fields().get("value"))
                .containsExactly(1.0, 2.0);
    }

    @Test
    void aDataKitIsNotVerified() throws Exception {
        bench.datakit().write();

        try (Printed printed = new Printed()) {
            assertThat(Main.run(bench.folder, bench.clock, "--verify")).isEqualTo(2);
            assertThat(printed.err()).contains("set guance.receiver=dataway for it");
        }
        assertThat(bench.guance().requests()).isEmpty();
    }

    @Test
    void aReportIsOfAVerificationOnly() throws Exception {
        bench.write();

        try (Printed printed = new Printed()) {
            assertThat(Main.run(bench.folder, bench.clock, "--report", "report.md")).isEqualTo(2);
            assertThat(printed.err()).contains("--verify");
        }
        assertThat(List.of(bench.folder.toFile().list())).doesNotContain("report.md");
    }

    @Test
    void aReportThatCannotBeWrittenIsTold() throws Exception {
        collected();
        bench.write();

        try (Printed printed = new Printed()) {
            int code = Main.run(bench.folder, bench.clock, "--verify", "--report", "no/report.md");

            assertThat(code).isEqualTo(1);
            assertThat(printed.out()).contains("All is well.");
            assertThat(printed.err())
                    .contains("guance-aws-gateway failed: the report cannot be written")
                    .contains("name a file of a directory that is there");
        }
    }
}
