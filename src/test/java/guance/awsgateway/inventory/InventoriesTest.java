package guance.awsgateway.inventory;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.LogLines;
import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.standin.AwsCall;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import guance.awsgateway.target.AwsAdvice;
import guance.awsgateway.target.StandinClients;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

class InventoriesTest {
    private static final String TARGET = TestSettings.TARGET;
    private final TestClock clock = new TestClock("2026-11-24T12:00:00Z");
    private final AwsStandin aws = new AwsStandin(World.demo(), clock, PageSizes.SMALL);

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void everyApiOfSmallAndEmptyPagesIsListedRestFirst() {
        List<Api> apis = Apis.list(inventories(), TARGET);

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

        inventories.of(TARGET);
        int forTheJoin = aws.calls().count("GetStages");
        List<Api> apis = Apis.list(inventories, TARGET);

        assertThat(forTheJoin).isZero();
        assertThat(apis).allMatch(api -> !((List<?>) api.details().get("Stages")).isEmpty());
        assertThat(apis.toString()).doesNotContain("NOT-A-REAL-SECRET");
    }

    @Test
    void theLastInventoryServesUntilTheNextListing() {
        Inventories inventories = inventories();
        Apis.list(inventories, TARGET);
        aws.calls().clear();
        aws.faults().add(AwsFault.deny(AwsFault.ANY));

        Inventory known = inventories.of(TARGET);

        assertThat(known.matching(Map.of("ApiName", "legacy")))
                .extracting(Api::id)
                .containsExactly("b5d563g3yx");
        assertThat(aws.calls().all()).isEmpty();
    }

    @Test
    void aHalfThatFailsKeepsItsLastListBesideTheOther() {
        Inventories inventories = inventories();
        Apis.list(inventories, TARGET);
        aws.world(world("new-rest", "new-http"));
        aws.faults().add(AwsFault.deny("GetApis"));

        List<Api> rest = inventories.list(TARGET, Half.REST);
        Throwable failure = catchThrowable(() -> inventories.list(TARGET, Half.HTTP));

        assertThat(rest).extracting(Api::id).containsExactly("new-rest");
        assertThat(AwsAdvice.sentence(failure)).startsWith("GetApis is denied;");
        assertThat(inventories.of(TARGET).unknown(ids("new-rest", "p0o9i8u7y6", "new-http")))
                .containsExactly("ApiId=new-http");
    }

    @Test
    void theApisOfAHalfThatWasNeverListedGoUnjoinedWithOneWarning() {
        AwsFault denied = aws.faults().add(AwsFault.deny("GetRestApis"));
        Inventories inventories = inventories();
        Collection<Map<String, String>> both = ids("k3f9d0q2zm", "p0o9i8u7y6");

        Set<String> first;
        try (LogLines log = new LogLines(TargetApis.class)) {
            first = inventories.of(TARGET).unknown(both);
            inventories.of(TARGET);
            inventories.knowing(TARGET, both);
            assertThat(log.all())
                    .containsExactly(
                            "WARN metrics shop/eu-west-1: series of APIs that are not listed yet"
                                    + " go out without their tags: GetRestApis is denied; allow"
                                    + " apigateway:GET on /restapis (README, IAM policy)");
        }
        aws.faults().remove(denied);

        assertThat(first).containsExactly("ApiId=k3f9d0q2zm");
        assertThat(inventories.of(TARGET).unknown(both)).isEmpty();
    }

    @Test
    void theFirstListingIsOneForRunsSideBySide() {
        AwsFault hanging = aws.faults().add(AwsFault.hang("GetRestApis").times(1));
        Inventories inventories = inventories();
        Supplier<Inventory> run = () -> inventories.of(TARGET);
        CompletableFuture<Inventory> first = supplyAsync(run);
        await().until(() -> aws.faults().waiting() == 1);

        CompletableFuture<Inventory> second = supplyAsync(run);
        aws.faults().remove(hanging);

        assertThat(first.join().unknown(ids("k3f9d0q2zm"))).isEmpty();
        assertThat(second.join().unknown(ids("k3f9d0q2zm"))).isEmpty();
        assertThat(pagesFrom("GetRestApis", "position")).isEqualTo(2);
        assertThat(pagesFrom("GetApis", "nextToken")).isEqualTo(1);
    }

    /** How often a listing began: the call that was cut is one, which the SDK repeats. */
    private long pagesFrom(String operation, String token) {
        return aws.calls().of(operation).stream()
                .filter(call -> !call.parameters().containsKey(token))
                .count();
    }

    @Test
    void aChoiceOfApisCannotDoWithoutTheirListing() {
        aws.faults().add(AwsFault.deny("GetRestApis"));
        Inventories inventories = inventories("apis.selection[0]=NOT, legacy");

        assertThatThrownBy(() -> inventories.of(TARGET)).isInstanceOf(AwsServiceException.class);
    }

    @Test
    void anInventoryHoldsNoDetails() {
        Inventory inventory = Apis.inventory(Apis.http("p0", "orders"));

        assertThat(inventory.matching(Map.of("ApiId", "p0")).get(0).details()).isEmpty();
    }

    private World world(String restId, String httpId) {
        return aws.world()
                .with(
                        "shop",
                        Region.of(
                                "eu-west-1",
                                Lateness.NONE,
                                guance.awsgateway.standin.Api.rest(restId, restId),
                                guance.awsgateway.standin.Api.http(httpId, httpId)));
    }

    private static Collection<Map<String, String>> ids(String... ids) {
        return Stream.of(ids).map(id -> Map.of("ApiId", id)).toList();
    }

    private Inventories inventories(String... lines) {
        Settings settings = TestSettings.of(lines);
        return Apis.inventories(settings, StandinClients.of(aws, "shop", "eu-west-1"), clock);
    }
}
