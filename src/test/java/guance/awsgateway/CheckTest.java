package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.operations.check.Check;
import guance.awsgateway.operations.check.Finding;
import guance.awsgateway.operations.check.Finding.Result;
import guance.awsgateway.operations.check.Findings;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsCall;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code --check} tells. */
class CheckTest {

    private static final String POLICY = " (README, IAM policy)";
    private static final World WORLD =
            World.shop(
                    Region.of(
                            "eu-west-1",
                            Lateness.NONE,
                            Api.rest("k3f9d0q2zm", "orders"),
                            Api.http("p0o9i8u7y6", "catalogue")),
                    Region.of("us-east-1", Lateness.NONE));

    @AutoClose private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(WORLD);
    }

    private Findings check() throws Exception {
        return new Check(bench.settings(), bench.clock, bench.stopwatch).findings();
    }

    private Bench oneTarget() {
        return bench.account("shop", "shop", "eu-west-1");
    }

    private static List<Finding> failed(Findings findings) {
        return findings.all().stream().filter(each -> each.result() == Result.FAILED).toList();
    }

    @Test
    void everythingThatWillBeCalledIsToldAndNothingIsWritten() throws Exception {
        oneTarget().with("objects.stages", "true").with("heartbeat.cloudwatch", "true");
        bench.write();

        int code;
        String told;
        try (Printed printed = new Printed()) {
            code = Main.run(bench.folder, bench.clock, "--check");
            told = printed.out();
        }

        assertThat(code).isZero();
        assertThat(told.replaceAll(" +", " "))
                .isEqualTo(
                        """
                        of call result says
                        shop/eu-west-1 endpoint note %s answers in place of AWS (AWS_ENDPOINT_URL)
                        shop/eu-west-1 GetCallerIdentity ok account 111122223333, arn:aws:iam::111122223333:user/collector
                        shop/eu-west-1 GetRestApis ok REST APIs: 1
                        shop/eu-west-1 GetStages (REST) ok stages of k3f9d0q2zm: 1
                        shop/eu-west-1 GetApis ok HTTP and WebSocket APIs: 1
                        shop/eu-west-1 GetStages (HTTP) ok stages of p0o9i8u7y6: 1
                        shop/eu-west-1 ListMetrics ok series of AWS/ApiGateway: 24
                        shop/eu-west-1 GetMetricData ok answered
                        shop/eu-west-1 PutMetricData note cannot be tried without writing; allow cloudwatch:PutMetricData, as heartbeat.cloudwatch needs it
                        Guance check token ok the Dataway knows the token
                        Guance workspace ok wksp_standin, plan pay, billing normal
                        this machine state.directory ok %s can be written
                        this machine dead-letter.directory ok %s can be written
                        All is well; read the notes (2).
                        """
                                .formatted(
                                        bench.aws.endpoint(),
                                        bench.folder.resolve("state"),
                                        bench.folder.resolve("dead-letter")));
        assertThat(bench.guance().points("metric")).isEmpty();
        assertThat(bench.guance().points("custom_object")).isEmpty();
        assertThat(bench.folder.toFile().list())
                .containsExactlyInAnyOrder("application.properties", "aws-config");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "GetCallerIdentity, GetCallerIdentity, sts:GetCallerIdentity",
        "GetRestApis, GetRestApis, apigateway:GET on /restapis",
        "GetApis, GetApis, apigateway:GET on /apis",
        "ListMetrics, ListMetrics, cloudwatch:ListMetrics",
        "GetMetricData, GetMetricData, cloudwatch:GetMetricData"
    })
    void aMissingPermissionIsNamed(String operation, String call, String action) throws Exception {
        oneTarget();
        bench.aws.faults().add(AwsFault.deny(operation));

        Findings findings = check();

        assertThat(failed(findings))
                .containsExactly(
                        new Finding(
                                "shop/eu-west-1",
                                call,
                                Result.FAILED,
                                operation + " is denied; allow " + action + POLICY));
        assertThat(findings.text())
                .endsWith("1 of 10 failed: do what stands beside them, and ask again.");
    }

    @Test
    void aMissingPermissionForStagesIsNamedOnlyWhereTheyAreRead() throws Exception {
        oneTarget();
        bench.aws.faults().add(AwsFault.deny("GetStages"));

        assertThat(check().isWell()).isTrue();

        bench.with("objects.stages", "true");
        assertThat(failed(check()))
                .extracting(Finding::call)
                .containsExactly("GetStages (REST)", "GetStages (HTTP)");
        assertThat(failed(check()))
                .extracting(Finding::words)
                .containsOnly(
                        "GetStages is denied; allow apigateway:GET on /restapis/*/stages and"
                                + " /apis/*/stages"
                                + POLICY);
    }

    @Test
    void aRoleThatCannotBeAssumedIsNamedAndOneThatCanIsShown() throws Exception {
        String role = WORLD.account("shop").roleArn("aws");
        oneTarget().with("collector.accounts[0].role-arn", role);
        Findings well = check();
        AwsFault denied = bench.aws.faults().add(AwsFault.deny("AssumeRole"));

        Findings ill = check();

        bench.aws.faults().remove(denied);
        assertThat(well.text())
                .contains("arn:aws:sts::111122223333:assumed-role/collector/guance-aws-gateway");
        assertThat(failed(ill))
                .hasSize(5)
                .extracting(Finding::words)
                .containsOnly("AssumeRole is denied; allow sts:AssumeRole" + POLICY);
    }

    @Test
    void aProfileThatIsNotThereIsNamed() throws Exception {
        oneTarget().with("collector.accounts[0].profile", "nosuch");

        assertThat(failed(check()))
                .hasSize(5)
                .extracting(Finding::words)
                .allMatch(words -> words.startsWith("no credentials in profile 'nosuch'; name"));
    }

    @Test
    void aTargetWithoutApisIsWell() throws Exception {
        bench.account("shop", "shop", "us-east-1").with("objects.stages", "true");

        Findings findings = check();

        assertThat(findings.isWell()).isTrue();
        assertThat(findings.text())
                .contains("no series of AWS/ApiGateway in three hours")
                .contains("cannot be tried without an API");
    }

    @Test
    void aRegionThatHangsHoldsUpNoOther() throws Exception {
        bench.aws.faults().add(AwsFault.hang(AwsFault.ANY).in("eu-west-1"));

        CompletableFuture<Findings> findings =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return check();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        });
        await().until(() -> bench.aws.faults().waiting() == 5);
        await().until(() -> answered("us-east-1") == 5);
        assertThat(findings).isNotDone();
        bench.aws.faults().clear();

        assertThat(findings.get().isWell()).isTrue();
    }

    private long answered(String region) {
        return bench.aws.calls().all().stream()
                .filter(call -> call.region().equals(region))
                .map(AwsCall::status)
                .filter(status -> status == 200)
                .count();
    }

    @Test
    void severalAccountsAreToldApart() throws Exception {
        bench.close();
        bench =
                new Bench(
                        World.of(
                                Account.of(
                                        "111122223333",
                                        "shop",
                                        WORLD.account("shop").region("eu-west-1")),
                                Account.of(
                                        "444455556666",
                                        "ops",
                                        WORLD.account("shop").region("eu-west-1"))));
        bench.aws.faults().add(AwsFault.deny("ListMetrics").of("ops"));

        assertThat(failed(check())).extracting(Finding::subject).containsExactly("ops/eu-west-1");
    }
}
