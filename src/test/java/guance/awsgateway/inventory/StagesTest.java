package guance.awsgateway.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import guance.awsgateway.target.StandinClients;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StagesTest {
    private static final Api ORDERS = Api.rest("r0", "orders");
    private static final Api CAT = Api.http("h0", "cat");

    private final TestClock clock = new TestClock("2026-11-24T12:00:00Z");
    private final AwsStandin aws = new AwsStandin(World.shop(Region.empty("eu-west-1")), clock);
    private final Inventories inventories = inventories();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void theyAreReadAtMostSoOftenAndThoseOfANewApiAtOnce() {
        apis(ORDERS, CAT);
        assertThat(stagesOf(list())).containsExactly(1, 1);
        assertThat(callsSince()).isEqualTo(2);

        clock.advance(Duration.ofMinutes(59));
        apis(ORDERS, CAT, Api.http("h1", "dog"));
        assertThat(stagesOf(list())).containsExactly(1, 1, 1);
        assertThat(callsSince()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        assertThat(stagesOf(list())).containsExactly(1, 1, 1);
        assertThat(callsSince()).isEqualTo(2);
    }

    @Test
    void aClockSetBackReadsThemAgain() {
        apis(ORDERS);
        list();
        clock.advance(Duration.ofHours(-1));
        callsSince();

        list();

        assertThat(callsSince()).isEqualTo(1);
    }

    @Test
    void aFailureLeavesTheApisKnownAndGoesOnWhereItEnded() {
        apis(ORDERS, Api.rest("r1", "sales"));
        AwsFault denied = AwsFault.deny("GetStages").when(call -> callsOf("GetStages") > 0);
        aws.faults().add(denied);

        assertThat(catchThrowable(this::list)).isNotNull();
        aws.faults().remove(denied);
        assertThat(callsSince()).isEqualTo(2);

        assertThat(inventories.of(TestSettings.TARGET).shared()).isEmpty();
        assertThat(stagesOf(list())).containsExactly(1, 1);
        assertThat(callsSince()).isEqualTo(1);
    }

    private void apis(Api... apis) {
        aws.world(aws.world().with("shop", Region.of("eu-west-1", Lateness.NONE, apis)));
    }

    private List<guance.awsgateway.inventory.Api> list() {
        return Apis.list(inventories, TestSettings.TARGET);
    }

    private static List<Integer> stagesOf(List<guance.awsgateway.inventory.Api> apis) {
        return apis.stream().map(api -> ((List<?>) api.details().get("Stages")).size()).toList();
    }

    private int callsOf(String operation) {
        return aws.calls().count(operation);
    }

    private int callsSince() {
        int calls = callsOf("GetStages");
        aws.calls().clear();
        return calls;
    }

    private Inventories inventories() {
        Settings settings = TestSettings.of("objects.stages=true", "objects.stages-refresh=1h");
        return Apis.inventories(settings, StandinClients.of(aws, "shop", "eu-west-1"), clock);
    }
}
