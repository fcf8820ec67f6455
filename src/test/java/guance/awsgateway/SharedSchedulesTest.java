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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The schedules that nodes keep in their database follow the settings of the last start. */
class SharedSchedulesTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    @RegisterExtension static final OwnPostgres POSTGRES = new OwnPostgres();

    private Nodes nodes;
    private PageClient page;

    @BeforeEach
    void open() throws Exception {
        nodes = new Nodes(POSTGRES.get());
    }

    @AfterEach
    void close() throws Exception {
        nodes.close();
    }

    @Test
    void aChangedCronCountsAfterARestartOrAnEditAndARemovedTargetFiresNoMore() throws Exception {
        nodes.bench.with("metrics.cron", "0 0 0 1 1 ? 2099");
        Nodes.Node node = nodes.start("node");
        await().atMost(MINUTE).until(() -> crons("metrics").size() == Nodes.REGIONS.size());
        assertThat(crons("metrics")).containsOnly("0 0 0 1 1 ? 2099");
        await().atMost(MINUTE).until(() -> node.log().contains("started in"));
        node.stop();

        nodes.bench
                .with("metrics.cron", "0/2 * * * * ?")
                .with("collector.accounts[0].regions", "eu-west-1");
        Nodes.Node again = nodes.start("node", "-DROOT_LOG_LEVEL=DEBUG");

        await().atMost(MINUTE).until(() -> !fired().isEmpty());
        assertThat(fired()).containsExactly("shop-eu-west-1");
        assertThat(crons("metrics")).containsExactly("0/2 * * * * ?");
        assertThat(crons("objects")).hasSize(1);
        assertThat(again.log())
                .contains("metrics.shop-us-east-1: its schedule is dropped, for all nodes");
        assertThat(again.log()).doesNotContain(Postgres.PASSWORD);

        nodes.bench.with("metrics.cron", "0/3 * * * * ?");
        Files.copy(
                nodes.bench.write(),
                again.folder().resolve("application.properties"),
                StandardCopyOption.REPLACE_EXISTING);

        await().atMost(MINUTE).until(() -> crons("metrics").equals(List.of("0/3 * * * * ?")));
        List<String> runs = runs();
        await().atMost(MINUTE).until(() -> !runs().equals(runs));
    }

    @Test
    void whatOneNodeSuspendsStaysSoForAllUntilItIsResumed() throws Exception {
        Nodes.Node node = served("node");
        await().atMost(MINUTE).until(() -> !fired().isEmpty());
        act("suspend");
        await().atMost(MINUTE).until(() -> job().path("suspended").asBoolean());
        await().atMost(MINUTE).until(() -> !job().path("going").asBoolean());
        node.stop();
        List<String> runs = runs();

        served("other");
        await().atMost(MINUTE).until(() -> job().path("suspended").asBoolean());
        await().atMost(MINUTE).until(() -> fired().size() == Nodes.REGIONS.size());
        assertThat(runs()).isEqualTo(runs);
        act("resume");

        await().atMost(MINUTE).until(() -> !runs().equals(runs));
        await().atMost(MINUTE).until(() -> !job().path("suspended").asBoolean());
    }

    private Nodes.Node served(String name) throws Exception {
        Nodes.Node node = nodes.start(name);
        page = node.page();
        await().atMost(MINUTE).ignoreExceptions().until(() -> job().isObject());
        return node;
    }

    private JsonNode job() throws Exception {
        return page.job("shop-eu-west-1", "metrics");
    }

    private void act(String action) throws Exception {
        assertThat(page.act("/api/jobs/shop-eu-west-1/metrics/" + action, "").statusCode())
                .isEqualTo(202);
    }

    /** The last, of the metrics of the first region. */
    private List<String> runs() throws Exception {
        return nodes.rows(
                "SELECT record FROM collector_lease"
                        + " WHERE target = 'shop-eu-west-1' AND job = 'metrics'");
    }

    private List<String> crons(String group) throws Exception {
        return nodes.rows(
                "SELECT cron_expression FROM qrtz_cron_triggers WHERE trigger_group = ?", group);
    }

    private List<String> fired() throws Exception {
        return nodes.rows(
                "SELECT trigger_name FROM qrtz_triggers"
                        + " WHERE trigger_group = 'metrics' AND prev_fire_time > 0");
    }
}
