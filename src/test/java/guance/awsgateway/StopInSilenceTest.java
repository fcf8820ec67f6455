package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.standin.OwnPostgres;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node is asked to stop while its database is away. */
class StopInSilenceTest {

    @RegisterExtension static final OwnPostgres POSTGRES = new OwnPostgres();

    /** Camel waits 20 s for what is in flight, Quartz as long for an answer; the pool ends then. */
    private static final int SECONDS = 90;

    @Test
    void aNodeStopsThoughItsDatabaseIsSilent() throws Exception {
        try (Nodes nodes = new Nodes(POSTGRES.get())) {
            Nodes.Node node = nodes.start("node");
            await().atMost(Duration.ofMinutes(2)).until(() -> node.ended() > Nodes.REGIONS.size());
            node.wire().silence();
            await().atMost(Duration.ofMinutes(1)).until(() -> node.log().contains("[GAG-054]"));

            node.process().destroy();

            assertThat(node.process().waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }
}
