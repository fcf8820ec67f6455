package guance.awsgateway.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.database.Database;
import guance.awsgateway.database.Leases;
import guance.awsgateway.database.Node;
import guance.awsgateway.database.OvertakenException;
import guance.awsgateway.database.Packed;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.standin.OwnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The state of a target that two nodes run in turn. */
class SharedStatesTest {

    private static final String SHOP = TestSettings.TARGET;
    private static final DimensionSet ORDERS = Sets.set("ApiName", "orders");

    @RegisterExtension static final OwnPostgres POSTGRES = new OwnPostgres();

    private String name;
    private Settings settings;
    private Database database;
    private Leases one;
    private Leases other;
    private TargetStates ofOne;
    private TargetStates ofOther;

    @BeforeEach
    void open() throws Exception {
        name = POSTGRES.get().database();
        settings = TestSettings.of(POSTGRES.get().settings(name));
        database = Database.open(settings.state());
        one = new Leases(database, new Node("one", "1"));
        other = new Leases(database, new Node("other", "2"));
        ofOne = states(one);
        ofOther = states(other);
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    private TargetStates states(Leases leases) {
        return TargetStates.load(
                settings,
                TestSettings.targets(settings),
                true,
                Optional.of(leases),
                new TestClock("2026-11-24T08:15:00Z"));
    }

    /** As a run begins. */
    private static void begin(Leases leases, TargetStates states) {
        Leases.Taken taken = leases.take(SHOP, "metrics", false);
        assertThat(taken.runsOn()).isEmpty();
        if (!taken.continued()) {
            states.takeUp(SHOP);
        }
        leases.takenUp(SHOP, "metrics");
    }

    private void overtakeOne() throws Exception {
        POSTGRES.get().update(name, "UPDATE collector_lease SET seen = seen - interval '31 s'");
        begin(other, ofOther);
    }

    private static void plan(TargetStates states) {
        Window window = Sets.window(Duration.ofMinutes(5));
        OpenWindow open = new OpenWindow(1, window, window.from(), window.to(), Set.of());
        states.of(SHOP)
                .open(new Plan(window.to(), window.to(), List.of(open), 2, List.of(), null, 0));
        states.save(SHOP);
    }

    private static Commit commit(int minute, long fingerprint) {
        long first = second(minute);
        Commit.Mark mark =
                new Commit.Mark(ORDERS, Set.of("Count"), first, new long[] {fingerprint});
        return new Commit(1, null, Map.of(1L, List.of(ORDERS)), List.of(mark));
    }

    private static long second(int minute) {
        return Sets.EIGHT.getEpochSecond() + minute * 60L;
    }

    private static long fingerprint(TargetStates states, int minute) {
        return states.of(SHOP).handed(ORDERS, second(minute)).fingerprint();
    }

    @Test
    void theNextNodeKnowsTheStateAndWhatWasFinishedSince() {
        begin(one, ofOne);
        plan(ofOne);
        ofOne.commit(SHOP, commit(0, 17));
        ofOne.commit(SHOP, commit(1, 18));
        one.leave(SHOP, "metrics");

        begin(other, ofOther);

        assertThat(ofOther.of(SHOP).watermark()).isEqualTo(Instant.parse("2026-11-24T08:05:00Z"));
        assertThat(ofOther.of(SHOP).open()).singleElement().satisfies(this::hasOrdersDone);
        assertThat(fingerprint(ofOther, 0)).isEqualTo(17);
        assertThat(fingerprint(ofOther, 1)).isEqualTo(18);
        ofOther.save(SHOP);
        assertThat(database.query(row -> row, "SELECT 1 FROM collector_journal")).isEmpty();
        assertThat(fingerprint(states(one), 1)).isEqualTo(18);
    }

    private void hasOrdersDone(OpenWindow window) {
        assertThat(window.done()).containsExactly(ORDERS);
    }

    @Test
    void whatANodeWritesOfARunThatWasTakenOverIsRefused() throws Exception {
        begin(one, ofOne);
        plan(ofOne);
        overtakeOne();

        assertThatThrownBy(() -> ofOne.requireLease(SHOP)).isInstanceOf(OvertakenException.class);
        assertThatThrownBy(() -> ofOne.commit(SHOP, commit(0, 17)))
                .isInstanceOf(OvertakenException.class);
        assertThatThrownBy(() -> ofOne.save(SHOP)).isInstanceOf(OvertakenException.class);

        assertThat(database.query(row -> row, "SELECT 1 FROM collector_journal")).isEmpty();
        assertThat(fingerprint(states(other), 0)).isZero();
        ofOther.commit(SHOP, commit(0, 19));
        other.leave(SHOP, "metrics");
        begin(one, ofOne);
        assertThat(fingerprint(ofOne, 0)).isEqualTo(19);
    }

    @Test
    void theDatabaseItselfRefusesAnOlderEpoch() throws Exception {
        begin(one, ofOne);
        plan(ofOne);
        overtakeOne();

        assertThatThrownBy(() -> ofOne.save(SHOP)).isInstanceOf(OvertakenException.class);
        assertThat(database.query(row -> row.getLong(1), "SELECT epoch FROM collector_lease"))
                .containsExactly(2L);
    }

    @Test
    void aStateOfANewerVersionIsRefusedAndStays() throws Exception {
        begin(one, ofOne);
        plan(ofOne);
        byte[] newer = Packed.pack("{\"format\":9}".getBytes(UTF_8));
        database.update("UPDATE collector_state SET content = ?", newer);

        assertThatThrownBy(() -> states(other))
                .hasMessageContaining("is of format 9, and this version knows only 1");
    }

    @Test
    void aNodeThatCouldNotTakeAStateUpDoesNotGoOnWithItsOwnTheNextTime() throws Exception {
        begin(other, ofOther);
        other.leave(SHOP, "metrics");
        begin(one, ofOne);
        plan(ofOne);
        one.leave(SHOP, "metrics");
        byte[] whole =
                database.query(row -> row.getBytes(1), "SELECT content FROM collector_state")
                        .get(0);
        database.update("UPDATE collector_state SET content = ?", Packed.pack("{".getBytes(UTF_8)));
        assertThatThrownBy(() -> begin(other, ofOther)).hasMessageContaining("cannot be read");
        other.leave(SHOP, "metrics");
        database.update("UPDATE collector_state SET content = ?", whole);

        begin(other, ofOther);

        assertThat(ofOther.of(SHOP).watermark()).isEqualTo(Instant.parse("2026-11-24T08:05:00Z"));
    }
}
