package guance.awsgateway.inventory;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.LogLines;
import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.database.Database;
import guance.awsgateway.database.Leases;
import guance.awsgateway.database.Node;
import guance.awsgateway.database.OvertakenException;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.OwnPostgres;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.World;
import guance.awsgateway.target.StandinClients;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The inventory of a target that two nodes list in turn. */
class SharedInventoriesTest {

    private static final String SHOP = TestSettings.TARGET;
    private static final String JOB = "objects";

    @RegisterExtension static final OwnPostgres POSTGRES = new OwnPostgres();

    private final TestClock clock = new TestClock("2026-11-24T12:00:00Z");
    private final AwsStandin aws = new AwsStandin(World.demo(), clock, PageSizes.SMALL);
    private String name;
    private Settings settings;
    private Database database;
    private Leases one;
    private Leases other;

    @BeforeEach
    void open() throws Exception {
        name = POSTGRES.get().database();
        settings = TestSettings.of(POSTGRES.get().settings(name));
        database = Database.open(settings.state());
        one = new Leases(database, new Node("one", "1"));
        other = new Leases(database, new Node("other", "2"));
    }

    @AfterEach
    void close() {
        database.close();
        aws.close();
    }

    private Inventories inventories(Leases leases, boolean dry) {
        return new Inventories(
                TestSettings.targets(settings),
                id -> StandinClients.of(aws, "shop", "eu-west-1"),
                settings.objects(),
                settings.apis(),
                new InventoryRows(leases, dry),
                clock);
    }

    private void overtakeOne() throws Exception {
        POSTGRES.get().update(name, "UPDATE collector_lease SET seen = seen - interval '31 s'");
        assertThat(other.take(SHOP, JOB, false).runsOn()).isEmpty();
    }

    @Test
    void whatOneNodeHasListedTheOtherKnows() {
        one.take(SHOP, JOB, false);
        Inventories listing = inventories(one, false);
        Apis.list(listing, SHOP);
        listing.keep(SHOP);
        int calls = aws.calls().all().size();

        Inventory known = inventories(other, false).of(SHOP);

        assertThat(known.unknown(List.of(Map.of("ApiName", "legacy")))).isEmpty();
        assertThat(aws.calls().all()).hasSize(calls);
    }

    @Test
    void aRunThatWasTakenOverCallsAwsNoMore() throws Exception {
        one.take(SHOP, JOB, false);
        Inventories inventories = inventories(one, false);
        inventories.list(SHOP, Half.REST);
        int calls = aws.calls().all().size();
        overtakeOne();

        assertThatThrownBy(() -> inventories.list(SHOP, Half.HTTP))
                .isInstanceOf(OvertakenException.class);

        assertThat(aws.calls().all()).hasSize(calls);
    }

    @Test
    void whatWasListedWhileAnotherNodeTookTheRunOverIsNotGivenOut() throws Exception {
        one.take(SHOP, JOB, false);
        Inventories inventories = inventories(one, false);
        AwsFault hang = aws.faults().add(AwsFault.hang("GetApis").times(1));
        CompletableFuture<?> list = runAsync(() -> inventories.list(SHOP, Half.HTTP));
        await().until(() -> aws.faults().waiting() == 1);

        overtakeOne();
        aws.faults().remove(hang);

        assertThatThrownBy(list::join).hasCauseInstanceOf(OvertakenException.class);
    }

    /** Nobody else tells: the database answers those who only look. */
    @Test
    void aDatabaseThatAnswersButDoesNotTakeAnInventoryIsTold() throws Exception {
        one.take(SHOP, JOB, false);
        Inventories inventories = inventories(one, false);
        inventories.list(SHOP, Half.REST);
        POSTGRES.get().update(name, "ALTER TABLE collector_inventory RENAME TO elsewhere");

        try (LogLines log = new LogLines(TargetApis.class)) {
            inventories.keep(SHOP);

            assertThat(log.all())
                    .singleElement()
                    .asString()
                    .startsWith("WARN inventory shop/eu-west-1: cannot be kept: ")
                    .contains("relation \"collector_inventory\" does not exist")
                    .endsWith("make it by psql -d <database> -f deploy/cluster.sql");
        }
    }

    @Test
    void aDryRunAsksNoOtherNode() {
        assertThat(inventories(one, true).list(SHOP, Half.REST)).isNotEmpty();
    }
}
