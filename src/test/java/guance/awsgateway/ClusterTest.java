package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.Postgres;
import guance.awsgateway.standin.Wire;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes share their targets, and one of them comes to grief amid a run. */
class ClusterTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    private static Postgres postgres;

    private Nodes nodes;
    private Wire wire;
    private Nodes.Node first;
    private Nodes.Node second;
    private Served served;

    @BeforeAll
    static void startDatabase() throws Exception {
        assumeTrue(
                Postgres.isInstalled(),
                "skipped: PostgreSQL is missing; install the Debian package postgresql");
        postgres = new Postgres();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    /** The first hangs in the metrics of the last region; the second has some of the others. */
    @BeforeEach
    void start() throws Exception {
        nodes = new Nodes(postgres);
        wire = new Wire(postgres.port());
        nodes.bench.aws.faults().add(AwsFault.hang("GetMetricData").in(Nodes.LAST).times(1));
        first = nodes.start("first", wire.port());
        await().atMost(MINUTE).until(() -> nodes.bench.aws.faults().waiting() == 1);
        served = Served.anywhere();
        second = nodes.start("second", postgres.port(), "-Dmanagement.port=" + served.port());
        await().atMost(MINUTE).until(() -> second.ended() > 0);
        assertThat(first.ended()).isPositive();
    }

    @AfterEach
    void stop() throws Exception {
        if (nodes != null) {
            nodes.close();
            wire.close();
        }
    }

    @Test
    void ofAKilledNodeEveryTargetIsTakenOverWithinAMinute() throws Exception {
        await().atMost(MINUTE).until(() -> isShown("first", "going"));
        first.signal("KILL");

        await().atMost(MINUTE).until(() -> nodes.hasRunLast(second));

        await().atMost(MINUTE).until(() -> isShown("second", "ok"));
        Instant last = nodes.runAll();
        nodes.stop();
        nodes.isWhole(last);
    }

    /** On the page of the second node, of the metrics of the last region. */
    private boolean isShown(String node, String state) throws Exception {
        JsonNode job = new PageClient(served.port()).job("shop-" + Nodes.LAST, "metrics");
        return job.path("node").asText().endsWith("/" + node + "/state")
                && job.path("state").asText().equals(state);
    }

    @Test
    void aNodeThatWasAsleepSendsNothingOfARunThatWasTakenOver() throws Exception {
        first.signal("STOP");
        await().atMost(MINUTE).until(() -> nodes.hasRunLast(second));

        first.signal("CONT");
        nodes.bench.aws.faults().clear();

        await().atMost(MINUTE)
                .until(
                        () ->
                                first.log()
                                        .contains(
                                                "metrics shop-us-west-2: another node took the run"
                                                        + " over before its end here"));
        Instant last = nodes.runAll();
        nodes.stop();
        nodes.isWhole(last);
    }

    @Test
    void aNodeThatIsCutFromTheDatabaseSendsNothingAndComesBack() throws Exception {
        wire.cut();
        await().atMost(MINUTE).until(() -> nodes.hasRunLast(second));
        nodes.bench.aws.faults().clear();
        await().atMost(MINUTE).until(() -> first.log().contains("[GAG-054]"));
        long before = first.ended();

        wire.mend();

        await().atMost(MINUTE)
                .until(() -> first.log().contains("the database of state.jdbc.url answers again"));
        await().atMost(MINUTE).until(() -> first.ended() > before + 1);
        Instant last = nodes.runAll();
        nodes.stop();
        nodes.isWhole(last);
    }
}
