package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.OwnPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Nodes share their targets, and of five all but one come to grief, each amid a run, within
 * seconds: side by side, as most of the time is waiting.
 */
class ClusterTest {

    @RegisterExtension static final OwnPostgres POSTGRES = new OwnPostgres();

    private static final Duration MINUTE = Duration.ofSeconds(60);

    private static Nodes nodes;
    private static Victim killed;
    private static Victim asleep;
    private static Victim cut;
    private static Victim silent;

    @BeforeAll
    static void strike() throws Exception {
        nodes = new Nodes(POSTGRES.get());
        nodes.bench.with("metrics.concurrency", "2");
        AwsFault denied =
                nodes.bench
                        .aws
                        .faults()
                        .add(AwsFault.deny("GetMetricData").in(Nodes.REGIONS.get(0)));
        List<Victim> victims =
                Nodes.REGIONS.stream().skip(1).map(region -> new Victim(nodes, region)).toList();
        for (int i = 0; i <= victims.size(); i++) {
            nodes.start("node-" + i);
        }
        for (Nodes.Node each : nodes.all()) {
            await().atMost(MINUTE.multipliedBy(2)).until(() -> each.ended() > 0);
        }
        killed = victims.get(0).amidReadingAndPost(ClusterTest::kill);
        asleep = victims.get(1).amidReading(victim -> victim.node().signal("STOP"));
        cut = victims.get(2).amidReading(victim -> victim.node().wire().cut());
        silent = victims.get(3).amidReading(victim -> victim.node().wire().silence());
        // Not before, or a blow might hit a node as it sends of a region that it took over.
        nodes.bench.aws.faults().remove(denied);
        victims.forEach(Victim::answer);
    }

    private static void kill(Victim victim) throws Exception {
        Nodes.Node witness = other(victim);
        await().atMost(MINUTE).until(() -> shows(witness, victim.node(), "going"));
        victim.node().signal("KILL");
    }

    /** One that nothing has befallen. */
    private static Nodes.Node other(Victim... victims) {
        List<Nodes.Node> others = new ArrayList<>(nodes.all());
        for (Victim each : victims) {
            others.remove(each.node());
        }
        return others.get(0);
    }

    /** As its page tells, whether the metrics that a killed one was amid are in a state there. */
    private static boolean shows(Nodes.Node page, Nodes.Node of, String state) throws Exception {
        JsonNode job = page.page().job("shop-" + Nodes.REGIONS.get(1), "metrics");
        return of.isNamed(job.path("node").asText()) && job.path("state").asText().equals(state);
    }

    @AfterAll
    static void stop() throws Exception {
        if (nodes != null) {
            nodes.close();
        }
    }

    /** What was not said to have come may come twice. */
    @AfterEach
    void allHasComeAndOnce() {
        assertThat(nodes.differences()).isEmpty();
    }

    @Test
    void aNodeThatIsKilledAmidAReadingAndAPostIsTakenOver() throws Exception {
        killed.isTakenOver();

        Nodes.Node survivor = other(killed, asleep, cut, silent);
        await().atMost(MINUTE).until(() -> shows(survivor, survivor, "ok"));
    }

    @Test
    void aNodeThatWasAsleepSendsNothingOfARunThatWasTakenOver() throws Exception {
        asleep.isTakenOver();

        asleep.node().signal("CONT");

        asleep.tellsOfTheRun(": another node took the run over before its end here");
    }

    @Test
    void aNodeThatIsCutFromTheDatabaseSendsNothingAndComesBack() throws Exception {
        cut.isTakenOver();
        cut.noticesIt();
        cut.tellsOfTheRun(": the database of state.jdbc.url does not answer");

        cut.comesBack();
    }

    @Test
    void aNodeWhoseDatabaseFallsSilentNoticesItBeforeItsLeaseIsOver() throws Exception {
        silent.isTakenOver();
        silent.noticesIt();
        silent.tellsOfTheRun(": the database of state.jdbc.url does not answer");

        silent.comesBack();
    }
}
