package guance.awsgateway.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.LogLines;
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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnowingTest {
    private static final String TARGET = TestSettings.TARGET;
    private static final Api ORDERS = Api.rest("r0", "orders");
    private static final Map<String, String> OF_ORDERS = Map.of("ApiName", "orders");
    private static final Map<String, String> OF_CAT = Map.of("ApiId", "h0", "Stage", "prod");
    private static final Map<String, String> OF_GONE = Map.of("ApiName", "gone");

    private final TestClock clock = new TestClock("2026-11-24T12:00:00Z");
    private final AwsStandin aws = new AwsStandin(World.shop(ORDERS), clock);
    private final Inventories inventories = inventories();

    @BeforeEach
    void list() {
        Apis.list(inventories, TARGET);
        clock.advance(Duration.ofMinutes(10));
        aws.calls().clear();
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void whatIsKnownOrNamesNoApiListsNothing() {
        Inventory known =
                inventories.knowing(
                        TARGET, List.of(OF_ORDERS, Map.of(), Map.of("FunctionName", "pay")));

        assertThat(known.matching(OF_ORDERS)).hasSize(1);
        assertThat(aws.calls().all()).isEmpty();
    }

    @Test
    void anUnknownApiListsBothHalvesOnceWithoutStages() {
        add(Api.http("h0", "cat"));

        Inventory known = inventories.knowing(TARGET, List.of(OF_ORDERS, OF_CAT, OF_GONE));

        assertThat(known.matching(OF_CAT)).hasSize(1);
        assertThat(inventories.of(TARGET).matching(OF_CAT)).hasSize(1);
        assertThat(calls()).containsExactly("GetRestApis", "GetApis");
    }

    @Test
    void aVanishedApiIsUnknownAndIsStillJoined() {
        aws.world(aws.world().with("shop", Region.empty("eu-west-1")));
        inventories.knowing(TARGET, List.of(OF_GONE));
        aws.world(aws.world().with("shop", Region.of("eu-west-1", Lateness.NONE, ORDERS)));
        clock.advance(Duration.ofMinutes(10));

        assertThat(inventories.of(TARGET).matching(OF_ORDERS)).hasSize(1);
        assertThat(inventories.of(TARGET).unknown(List.of(OF_ORDERS)))
                .containsExactly("ApiName=orders");
        assertThat(inventories.knowing(TARGET, List.of(OF_ORDERS)).unknown(List.of(OF_ORDERS)))
                .isEmpty();
    }

    @Test
    void whatStaysUnknownIsAskedForAgainAfterAnHourOnly() {
        inventories.knowing(TARGET, List.of(OF_GONE));
        clock.advance(Duration.ofMinutes(50));
        inventories.knowing(TARGET, List.of(OF_GONE));
        assertThat(calls()).containsExactly("GetRestApis", "GetApis");

        clock.advance(Duration.ofMinutes(10));
        inventories.knowing(TARGET, List.of(OF_GONE));

        assertThat(calls()).hasSize(4);
    }

    @Test
    void anotherUnknownApiIsAskedForAtOnce() {
        inventories.knowing(TARGET, List.of(OF_GONE));
        add(Api.http("h0", "cat"));
        clock.advance(Duration.ofMinutes(10));

        Inventory known = inventories.knowing(TARGET, List.of(OF_GONE, OF_CAT));

        assertThat(known.matching(OF_CAT)).hasSize(1);
        assertThat(calls()).hasSize(4);
    }

    @Test
    void aClockSetBackAsksAgainAndThenNoMore() {
        inventories.knowing(TARGET, List.of(OF_GONE));
        clock.advance(Duration.ofHours(-1));

        inventories.knowing(TARGET, List.of(OF_GONE));
        clock.advance(Duration.ofMinutes(10));
        inventories.knowing(TARGET, List.of(OF_GONE));

        assertThat(calls()).hasSize(4);
    }

    @Test
    void aListingOfThisMinuteHasAnsweredAlready() {
        Apis.list(inventories, TARGET);
        aws.calls().clear();
        clock.advance(Duration.ofSeconds(59));

        inventories.knowing(TARGET, List.of(OF_GONE));

        assertThat(calls()).isEmpty();
    }

    @Test
    void aFailureKeepsTheLastInventoryIsToldOnceAndTriedAgain() {
        add(Api.http("h0", "cat"));
        AwsFault denied = aws.faults().add(AwsFault.deny("GetApis"));

        try (LogLines log = new LogLines(TargetApis.class)) {
            Inventory last = inventories.knowing(TARGET, List.of(OF_CAT));
            inventories.knowing(TARGET, List.of(OF_CAT));

            assertThat(last.matching(OF_ORDERS)).hasSize(1);
            assertThat(last.matching(OF_CAT)).isEmpty();
            assertThat(log.all()).singleElement().asString().contains("GetApis is denied");
        }
        aws.faults().remove(denied);

        assertThat(inventories.knowing(TARGET, List.of(OF_CAT)).matching(OF_CAT)).hasSize(1);
    }

    private void add(Api api) {
        aws.world(aws.world().with("shop", Region.of("eu-west-1", Lateness.NONE, ORDERS, api)));
    }

    private List<String> calls() {
        return aws.calls().all().stream().map(call -> call.operation()).toList();
    }

    private Inventories inventories() {
        Settings settings = TestSettings.of("objects.stages=true");
        return Apis.inventories(settings, StandinClients.of(aws, "shop", "eu-west-1"), clock);
    }
}
