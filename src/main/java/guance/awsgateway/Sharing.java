package guance.awsgateway;

import guance.awsgateway.database.Database;
import guance.awsgateway.database.Leases;
import guance.awsgateway.database.Node;
import guance.awsgateway.database.Pulse;
import guance.awsgateway.operations.Nodes;
import guance.awsgateway.operations.SharingNodes;
import guance.awsgateway.settings.StateSettings;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.quartz.utils.DBConnectionManager;

/** What this collector shares with others, where {@code state.jdbc.url} is set. */
final class Sharing implements AutoCloseable {

    private final Database database;
    private final Leases leases;
    private final Pulse pulse;
    private volatile QuartzConnections connections;

    private Sharing(StateSettings settings) {
        database = Database.open(settings);
        Node self = new Node(Host.origin(settings).instance(), UUID.randomUUID().toString());
        leases = new Leases(database, self);
        pulse = new Pulse(leases);
    }

    /**
     * @throws IllegalStateException where the database cannot be used, with what to do
     */
    static Optional<Sharing> of(StateSettings settings) {
        return settings.jdbcUrl().map(url -> new Sharing(settings));
    }

    /** By which states and inventories are written. */
    Leases leases() {
        return leases;
    }

    /** The nodes, from now on. */
    Nodes nodes(Beans beans) {
        pulse.start();
        return new SharingNodes(
                leases, pulse, beans.rooms().states()::takeUp, beans.inventories()::takeUp);
    }

    /** What makes Camel keep the schedules in the database. */
    Map<String, String> schedules() {
        connections = new QuartzConnections(database);
        DBConnectionManager.getInstance()
                .addConnectionProvider(SharedSchedules.CONNECTIONS, connections);
        return SharedSchedules.properties(leases.self().process());
    }

    /** After {@link #schedules}: they end here. */
    void leaveSchedules() {
        connections.leave();
    }

    @Override
    public void close() {
        pulse.close();
        database.close();
    }
}
