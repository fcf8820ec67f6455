package guance.awsgateway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.StateSettings;
import guance.awsgateway.standin.OwnPostgres;
import guance.awsgateway.standin.Postgres;
import guance.awsgateway.standin.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a database at the start, and who may write into it later. */
class DatabaseTest {

    private static final String SHOP = "shop-eu-west-1";

    @RegisterExtension static final OwnPostgres POSTGRES = new OwnPostgres();

    @TempDir Path folder;

    private StateSettings settings(String url, String password) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), password + "\n");
        return TestSettings.of(
                        "state.jdbc.url=" + url,
                        "state.jdbc.user=" + Postgres.USER,
                        "state.jdbc.password-file=" + file)
                .state();
    }

    private Database open(String database) throws IOException {
        return Database.open(settings(POSTGRES.get().url(database), Postgres.PASSWORD));
    }

    private static Leases leases(Database database, String node) {
        return new Leases(database, new Node(node, "process of " + node));
    }

    @Test
    void theTablesCanBeMadeAgain() throws Exception {
        String name = POSTGRES.get().database();
        POSTGRES.get().update(name, Files.readString(Path.of("deploy/cluster.sql")));

        open(name).close();
    }

    @Test
    void whatIsWrongAtTheStartIsSaidInOneLineWithWhatToDoAndWithoutThePassword() throws Exception {
        String bare = POSTGRES.get().bare();
        String newer = POSTGRES.get().database();
        POSTGRES.get().update(newer, "UPDATE collector_schema SET version = 7");

        assertThatThrownBy(() -> open("nowhere"))
                .hasMessageContaining("/nowhere: FATAL: database \"nowhere\" does not exist")
                .hasMessageEndingWith("create that database, or name another");
        assertThatThrownBy(() -> open(bare))
                .hasMessageContaining("relation \"collector_schema\" does not exist")
                .hasMessageContaining("psql -d <database> -f deploy/cluster.sql");
        assertThatThrownBy(() -> open(newer))
                .hasMessageContaining("its tables are of form 7, and this version needs 1")
                .hasMessageEndingWith("start the version that made them");
        assertThatThrownBy(() -> Database.open(settings(POSTGRES.get().url(bare), "NOT-IT-4f3a")))
                .hasMessageContaining("password authentication failed for user \"guance\"")
                .hasMessageContaining("check state.jdbc.user and state.jdbc.password-file")
                .hasMessageNotContaining("NOT-IT-4f3a");
        try (Wire nothing = new Wire(1)) {
            nothing.cut();
            String url = "jdbc:postgresql://127.0.0.1:%d/guance".formatted(nothing.port());
            assertThatThrownBy(() -> Database.open(settings(url, Postgres.PASSWORD)))
                    .hasMessageStartingWith("state.jdbc.url = " + url)
                    .hasMessageEndingWith(
                            "check the address, the network, and that PostgreSQL runs there");
        }
    }

    @Test
    void aRunThatGoesOnIsNotOvertakenButOnceItEnded() throws Exception {
        try (Database database = open(POSTGRES.get().database())) {
            Leases one = leases(database, "one");
            Leases other = leases(database, "other");

            assertThat(one.take(SHOP, "metrics", false).runsOn()).isEmpty();
            assertThat(other.take(SHOP, "metrics", false).runsOn()).contains("one");
            assertThat(other.take(SHOP, "metrics", true).runsOn()).contains("one");
            assertThat(other.take(SHOP, "objects", false).runsOn()).isEmpty();
            one.leave(SHOP, "metrics", "{}", null);
            assertThat(other.take(SHOP, "metrics", false).runsOn()).isEmpty();

            assertThatThrownBy(() -> one.require(SHOP, "metrics"))
                    .isInstanceOf(OvertakenException.class);
        }
    }

    @Test
    void aNodeThatIsSilentIsOvertakenBySoonerWhereQuartzTakesItForDead() throws Exception {
        String name = POSTGRES.get().database();
        try (Database database = open(name)) {
            Leases one = leases(database, "one");
            Leases other = leases(database, "other");
            one.take(SHOP, "metrics", false);

            POSTGRES.get().update(name, "UPDATE collector_lease SET seen = seen - interval '10 s'");
            assertThat(other.take(SHOP, "metrics", false).runsOn()).contains("one");
            one.sign();
            assertThat(other.take(SHOP, "metrics", true).runsOn()).contains("one");
            POSTGRES.get().update(name, "UPDATE collector_lease SET seen = seen - interval '10 s'");
            assertThat(other.take(SHOP, "metrics", true).runsOn()).isEmpty();
            POSTGRES.get().update(name, "UPDATE collector_lease SET seen = seen - interval '31 s'");
            assertThat(one.take(SHOP, "metrics", false).runsOn()).isEmpty();

            assertThatThrownBy(() -> other.require(SHOP, "metrics"))
                    .isInstanceOf(OvertakenException.class);
            other.leave(SHOP, "metrics", "{}", null);
            one.require(SHOP, "metrics");
        }
    }

    @Test
    void aLeaseIsNotContinuedBeforeWhatOthersWroteIsTakenUp() throws Exception {
        try (Database database = open(POSTGRES.get().database())) {
            Leases one = leases(database, "one");
            one.take(SHOP, "metrics", false);
            one.leave(SHOP, "metrics");

            assertThat(one.take(SHOP, "metrics", false).continued()).isFalse();
        }
    }

    @Test
    void ofTwoWithOneEpochOnlyTheOneThatTheDatabaseNamesGoesOn() throws Exception {
        String name = POSTGRES.get().database();
        try (Database database = open(name)) {
            Leases one = leases(database, "one");
            Leases other = leases(database, "other");
            one.take(SHOP, "metrics", false);
            // As a replica that lagged knows nothing of it.
            POSTGRES.get().update(name, "UPDATE collector_lease SET epoch = 0, process = NULL");
            other.take(SHOP, "metrics", false);

            assertThatThrownBy(() -> one.require(SHOP, "metrics"))
                    .isInstanceOf(OvertakenException.class);
            one.leave(SHOP, "metrics");
            other.require(SHOP, "metrics");
        }
    }

    @Test
    void aDatabaseThatOnlyReadsIsToldWithItsRemedy() throws Exception {
        String name = POSTGRES.get().database();
        POSTGRES.get()
                .update(
                        name,
                        "ALTER DATABASE %s SET default_transaction_read_only = on".formatted(name));
        try (Database database = open(name)) {
            assertThatThrownBy(() -> leases(database, "one").take(SHOP, "metrics", false))
                    .hasMessageContaining("only reads: ERROR: cannot execute INSERT")
                    .hasMessageEndingWith("or add targetServerType=primary");
        }
    }

    @Test
    void aLeaseIsContinuedWhereNobodyElseHadIt() throws Exception {
        try (Database database = open(POSTGRES.get().database())) {
            Leases one = leases(database, "one");
            Leases other = leases(database, "other");

            assertThat(one.take(SHOP, "metrics", false).continued()).isFalse();
            one.takenUp(SHOP, "metrics");
            one.leave(SHOP, "metrics");
            assertThat(one.take(SHOP, "metrics", false).continued()).isTrue();
            one.takenUp(SHOP, "metrics");
            one.leave(SHOP, "metrics");
            assertThat(one.isCurrent(SHOP, "metrics")).isTrue();
            other.take(SHOP, "metrics", false);
            other.leave(SHOP, "metrics");

            assertThat(one.isCurrent(SHOP, "metrics")).isFalse();
            assertThat(one.take(SHOP, "metrics", false).continued()).isFalse();
        }
    }

    @Test
    void whileTheDatabaseIsAwayNobodyKnowsAndThenItGoesOn() throws Exception {
        try (Wire wire = new Wire(POSTGRES.get().port())) {
            String url =
                    POSTGRES.get()
                            .url(POSTGRES.get().database())
                            .replace(":" + POSTGRES.get().port(), ":" + wire.port());
            try (Database database = Database.open(settings(url, Postgres.PASSWORD))) {
                Leases one = leases(database, "one");
                one.take(SHOP, "metrics", false);

                wire.cut();
                assertThatThrownBy(() -> one.require(SHOP, "metrics"))
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("does not answer")
                        .hasMessageNotContaining(Postgres.PASSWORD);
                wire.mend();

                one.require(SHOP, "metrics");
            }
        }
    }

    @Test
    void whatFailsAmidATransactionIsNotDone() throws Exception {
        try (Database database = open(POSTGRES.get().database())) {
            AtomicInteger asked = new AtomicInteger();

            assertThatThrownBy(
                            () ->
                                    database.together(
                                            on -> {
                                                asked.addAndGet(
                                                        Database.update(
                                                                on,
                                                                "INSERT INTO collector_lease"
                                                                        + " (target, job) VALUES"
                                                                        + " (?, ?)",
                                                                SHOP,
                                                                "metrics"));
                                                throw new IllegalStateException("amid");
                                            }))
                    .hasMessage("amid");

            assertThat(asked).hasValue(1);
            assertThat(database.query(row -> row, "SELECT 1 FROM collector_lease")).isEmpty();
        }
    }
}
