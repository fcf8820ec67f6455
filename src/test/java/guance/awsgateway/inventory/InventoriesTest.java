package guance.awsgateway.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.standin.AwsCall;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import guance.awsgateway.target.StandinClients;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

class InventoriesTest {
    private final AwsStandin aws =
            new AwsStandin(World.demo(), new TestClock("2026-11-24T12:00:00Z"), PageSizes.SMALL);

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void everyApiOfSmallAndEmptyPagesIsListedRestFirst() {
        List<Api> apis = inventories().list(TestSettings.TARGET);

        assertThat(apis)
                .extracting(Api::id)
                .containsExactly(
                        "k3f9d0q2zm",
                        "aa11bb22cc",
                        "dd33ee44ff",
                        "b5d563g3yx",
                        "p0o9i8u7y6",
                        "w5x6y7z8a9");
        assertThat(aws.calls().all()).extracting(AwsCall::operation).doesNotContain("GetStages");
    }

    @Test
    void stagesOfEveryPageAreReadForObjectsOnly() {
        Inventories inventories = inventories("objects.stages=true");

        inventories.of(TestSettings.TARGET);
        int forTheJoin = aws.calls().count("GetStages");
        List<Api> apis = inventories.list(TestSettings.TARGET);

        assertThat(forTheJoin).isZero();
        assertThat(apis).allMatch(api -> !((List<?>) api.details().get("Stages")).isEmpty());
        assertThat(apis.toString()).doesNotContain("NOT-A-REAL-SECRET");
    }

    @Test
    void theLastInventoryServesUntilTheNextListing() {
        Inventories inventories = inventories();
        inventories.list(TestSettings.TARGET);
        aws.calls().clear();
        aws.faults().add(AwsFault.deny(AwsFault.ANY));

        Inventory known = inventories.of(TestSettings.TARGET);

        assertThat(known.matching(Map.of("ApiName", "legacy")))
                .extracting(Api::id)
                .containsExactly("b5d563g3yx");
        assertThat(aws.calls().all()).isEmpty();
    }

    @Test
    void aListingThatFailsLeavesTheLastInventory() {
        Inventories inventories = inventories();
        inventories.list(TestSettings.TARGET);
        aws.world(aws.world().with("shop", Region.empty("eu-west-1")));
        aws.faults().add(AwsFault.deny("GetApis"));

        assertThatThrownBy(() -> inventories.list(TestSettings.TARGET))
                .isInstanceOf(AwsServiceException.class);

        assertThat(inventories.of(TestSettings.TARGET).matching(Map.of("ApiName", "legacy")))
                .hasSize(1);
    }

    @Test
    void metricsGoUnjoinedWhereApisCannotBeListedYet() {
        aws.faults().add(AwsFault.deny("GetRestApis").times(1));
        Inventories inventories = inventories();

        Inventory first = inventories.of(TestSettings.TARGET);
        Inventory second = inventories.of(TestSettings.TARGET);

        assertThat(first.matching(Map.of("ApiName", "legacy"))).isEmpty();
        assertThat(second.matching(Map.of("ApiName", "legacy"))).hasSize(1);
    }

    @Test
    void aChoiceOfApisCannotDoWithoutTheirListing() {
        aws.faults().add(AwsFault.deny("GetRestApis"));
        Inventories inventories = inventories("apis.selection[0]=NOT, legacy");

        assertThatThrownBy(() -> inventories.of(TestSettings.TARGET))
                .isInstanceOf(AwsServiceException.class);
    }

    @Test
    void anInventoryHoldsNoDetails() {
        Inventory inventory = Apis.inventory(Apis.http("p0", "orders"));

        assertThat(inventory.matching(Map.of("ApiId", "p0")).get(0).details()).isEmpty();
    }

    private Inventories inventories(String... lines) {
        Settings settings = TestSettings.of(lines);
        return new Inventories(
                TestSettings.targets(settings),
                id -> StandinClients.of(aws, "shop", "eu-west-1"),
                settings.objects(),
                settings.apis());
    }
}
