package guance.awsgateway.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import guance.awsgateway.TestSettings;
import guance.awsgateway.TestStopwatch;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.standin.AwsCall;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.sts.model.StsException;

/** The clients as they are made from the settings, with the SDK's own chain. */
class AwsClientsTest {
    private static final String ROLE = "arn:aws-cn:iam::444455556666:role/collector";

    /** At the real time: by it the SDK decides whether a session has expired. */
    private final AwsStandin aws = new AwsStandin(World.demo(), Clock.systemUTC());

    private final Properties before = (Properties) System.getProperties().clone();

    @TempDir Path directory;

    @BeforeEach
    void pointTheSdkHere() throws IOException {
        Path config = directory.resolve("config");
        Files.writeString(
                config,
                """
                [profile shop]
                aws_access_key_id=AKIA111122223333KEY1
                aws_secret_access_key=NOT-A-REAL-SECRET
                [profile nobody]
                aws_access_key_id=AKIANOBODY
                aws_secret_access_key=NOT-A-REAL-SECRET
                """);
        System.setProperty("aws.configFile", config.toString());
        System.setProperty("aws.sharedCredentialsFile", directory.resolve("none").toString());
        System.setProperty("aws.endpointUrl", aws.endpoint().toString());
        System.setProperty("aws.accessKeyId", "AKIA444455556666KEY1");
        System.setProperty("aws.secretAccessKey", "NOT-A-REAL-SECRET");
    }

    @AfterEach
    void close() {
        System.setProperties(before);
        aws.close();
    }

    @Test
    void withoutAProfileTheChainOfTheSdkCounts() {
        clients("cn-northwest-1").http().getApis(request -> {});

        assertThat(aws.calls().count("GetApis", "ops", "cn-northwest-1")).isEqualTo(1);
    }

    @Test
    void aNamedProfileWinsOverKeysOfTheEnvironment() {
        AwsClients clients = clients("eu-west-1", "profile=shop");

        clients.rest().getRestApis();
        clients.http().getApis(request -> {});
        clients.cloudWatch().listMetrics();

        assertThat(aws.calls().all())
                .extracting(AwsCall::account, AwsCall::region, AwsCall::operation)
                .containsExactly(
                        Tuple.tuple("shop", "eu-west-1", "GetRestApis"),
                        Tuple.tuple("shop", "eu-west-1", "GetApis"),
                        Tuple.tuple("shop", "eu-west-1", "ListMetrics"));
    }

    @Test
    void aRoleIsAssumedOnceByTheStsOfTheRegion() {
        AwsClients clients =
                clients("cn-northwest-1", "profile=shop", "role-arn=" + ROLE, "external-id=guance");

        clients.http().getApis(request -> {});
        clients.cloudWatch().listMetrics();

        AwsCall assumed = aws.calls().of("AssumeRole").get(0);
        assertThat(aws.calls().count("AssumeRole", "shop", "cn-northwest-1")).isEqualTo(1);
        assertThat(assumed.parameters())
                .containsEntry("ExternalId", "guance")
                .containsEntry("RoleSessionName", "guance-aws-gateway")
                .containsEntry("DurationSeconds", "3600");
        assertThat(aws.calls().count("GetApis", "ops", "cn-northwest-1")).isEqualTo(1);
        assertThat(aws.calls().count("ListMetrics", "ops", "cn-northwest-1")).isEqualTo(1);
    }

    @Test
    void aRoleThatIsRefusedIsSaidOfTheRole() {
        AwsClients clients =
                clients("cn-northwest-1", "profile=shop", "role-arn=" + ROLE, "external-id=wrong");

        Throwable failure = catchThrowable(() -> clients.cloudWatch().listMetrics());

        assertThat(failure).isInstanceOf(StsException.class);
        assertThat(AwsAdvice.sentence(failure))
                .isEqualTo("AssumeRole is denied; allow sts:AssumeRole (README, IAM policy)");
        assertThat(AwsAdvice.isHopeless(failure)).isTrue();
    }

    @Test
    void whatFailsIsSaidOfItsOperation() {
        AwsClients nobody = clients("eu-west-1", "profile=nobody");
        AwsClients shop = clients("eu-west-1", "profile=shop");
        aws.faults().add(AwsFault.deny("GetApis"));
        List<String> sentences = new ArrayList<>();

        sentences.add(sentence(() -> nobody.rest().getRestApis()));
        sentences.add(sentence(() -> shop.http().getApis(request -> {})));
        sentences.add(sentence(() -> clients("eu-west-1", "profile=missing").rest().getRestApis()));

        assertThat(sentences.get(0))
                .startsWith("GetRestApis was refused, AWS does not know the credentials here;");
        assertThat(sentences.get(1))
                .isEqualTo("GetApis is denied; allow apigateway:GET on /apis (README, IAM policy)");
        assertThat(sentences.get(2)).contains("missing");
    }

    @Test
    void aCallIsTriedThreeTimes() {
        AwsClients clients = clients("eu-west-1", "profile=shop");
        aws.faults().add(AwsFault.internal("ListMetrics").times(2));
        aws.faults().add(AwsFault.internal("GetRestApis"));

        clients.cloudWatch().listMetrics();
        String sentence = sentence(() -> clients.rest().getRestApis());

        assertThat(aws.calls().of("ListMetrics"))
                .extracting(AwsCall::status)
                .containsExactly(500, 500, 200);
        assertThat(aws.calls().count("GetRestApis")).isEqualTo(3);
        assertThat(sentence).startsWith("GetRestApis failed: ");
    }

    @Test
    void onlyTheRecentClientAsksForActiveSeriesAndOnlyInListMetrics() {
        AwsClients clients = clients("eu-west-1", "profile=shop");
        ListMetricsRequest request = ListMetricsRequest.builder().namespace("AWS/Lambda").build();

        clients.cloudWatch().listMetrics(request);
        clients.recent().listMetrics(request);

        assertThat(aws.calls().of("ListMetrics"))
                .extracting(AwsCall::parameters)
                .containsExactly(
                        Map.of("Namespace", "AWS/Lambda"),
                        Map.of("Namespace", "AWS/Lambda", "RecentlyActive", "PT3H"));
    }

    private static AwsClients clients(String region, String... account) {
        Settings settings =
                TestSettings.of(
                        Stream.concat(Stream.of("regions=" + region), Stream.of(account))
                                .map(line -> "collector.accounts[0]." + line)
                                .toArray(String[]::new));
        AwsTime time = new AwsTime(Clock.systemUTC());
        Quotas quotas = new Quotas(settings, time, new TestStopwatch());
        Target target = TestSettings.targets(settings).all().get(0);
        return AwsClients.of(target, quotas, time, settings.proxies());
    }

    private static String sentence(ThrowingCallable call) {
        return AwsAdvice.sentence(catchThrowable(call));
    }
}
