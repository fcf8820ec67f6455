package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import guance.awsgateway.standin.OwnPostgres;
import guance.awsgateway.standin.Postgres;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The schedules that nodes keep in their database follow the settings of the last start. */
class SharedSchedulesTest {

    @RegisterExtension static final OwnPostgres POSTGRES = new OwnPostgres();

    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Duration START = Duration.ofMinutes(2);
    private static final String WEST = "eu-west-1";
    private static final String CENTRAL = "eu-central-1";
    private static final String BEFORE = "0/2 * * * * ?";
    private static final String AFTER = "0/3 * * * * ?";
    private static final String EDITED = "0/4 * * * * ?";

    private static Nodes nodes;
    private static Nodes.Node node;
    private static List<String> runsOfSuspended;

    /** One suspends a job and stops; another starts, with another cron and without some targets. */
    @BeforeAll
    static void restart() throws Exception {
        nodes = new Nodes(POSTGRES.get());
        nodes.bench.with("metrics.cron", BEFORE);
        node = nodes.start("node");
        await().atMost(START).ignoreExceptions().until(() -> fired().contains("shop-" + WEST));
        await().atMost(MINUTE).until(() -> crons("metrics").size() == Nodes.REGIONS.size());
        await().atMost(MINUTE).ignoreExceptions().until(() -> act("suspend") == 202);
        await().atMost(MINUTE).until(() -> job().path("suspended").asBoolean());
        await().atMost(MINUTE).until(() -> !job().path("going").asBoolean());
        node.stop();
        runsOfSuspended = runs(WEST);

        nodes.bench
                .with("metrics.cron", AFTER)
                .with("collector.accounts[0].regions", WEST + "," + CENTRAL);
        node = nodes.start("other", "-DROOT_LOG_LEVEL=DEBUG");
        await().atMost(START).ignoreExceptions().until(() -> job().isObject());
    }

    @AfterAll
    static void close() throws Exception {
        if (nodes != null) {
            nodes.close();
        }
    }

    @Test
    void aTargetThatIsNotInTheSettingsFiresNoMore() throws Exception {
        await().atMost(MINUTE).until(() -> crons("metrics").size() == 2);
        assertThat(crons("objects")).hasSize(2);
        assertThat(node.log())
                .contains("metrics.shop-us-east-1: its schedule is dropped, for all nodes")
                .doesNotContain(Postgres.PASSWORD);
    }

    @Test
    void aChangedCronCountsAfterARestartOrAnEdit() throws Exception {
        await().atMost(MINUTE).until(() -> crons("metrics").equals(List.of(AFTER, AFTER)));
        awaitRun(CENTRAL);

        nodes.bench.with("metrics.cron", EDITED);
        Files.copy(
                nodes.bench.write(),
                node.folder().resolve("application.properties"),
                StandardCopyOption.REPLACE_EXISTING);

        await().atMost(MINUTE).until(() -> crons("metrics").equals(List.of(EDITED, EDITED)));
        awaitRun(CENTRAL);
    }

    @Test
    void whatOneNodeSuspendsStaysSoForAllUntilItIsResumed() throws Exception {
        await().atMost(MINUTE).ignoreExceptions().until(() -> job().path("suspended").asBoolean());
        awaitRun(CENTRAL);
        awaitRun(CENTRAL);
        assertThat(runs(WEST)).isEqualTo(runsOfSuspended);

        assertThat(act("resume")).isEqualTo(202);

        awaitRun(WEST);
        await().atMost(MINUTE).until(() -> !job().path("suspended").asBoolean());
    }

    private static JsonNode job() throws Exception {
        return node.page().job("shop-" + WEST, "metrics");
    }

    private static int act(String action) throws Exception {
        String path = "/api/jobs/shop-%s/metrics/%s".formatted(WEST, action);
        return node.page().act(path, "").statusCode();
    }

    /** The last of the metrics of a region. */
    private static List<String> runs(String region) throws Exception {
        return nodes.rows(
                "SELECT record FROM collector_lease WHERE target = ? AND job = 'metrics'",
                "shop-" + region);
    }

    private static void awaitRun(String region) throws Exception {
        List<String> before = runs(region);
        await().atMost(MINUTE).until(() -> !runs(region).equals(before));
    }

    private static List<String> crons(String group) throws Exception {
        return nodes.rows(
                "SELECT cron_expression FROM qrtz_cron_triggers WHERE trigger_group = ?", group);
    }

    private static List<String> fired() throws Exception {
        return nodes.rows(
                "SELECT trigger_name FROM qrtz_triggers"
                        + " WHERE trigger_group = 'metrics' AND prev_fire_time > 0");
    }
}
