package guance.awsgateway;

import guance.awsgateway.operations.Nodes;
import guance.awsgateway.operations.Offsets;
import guance.awsgateway.operations.OperationsBeans;
import guance.awsgateway.operations.Surroundings;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.Targets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** Every bean by its name, wired from the settings; they outlive a change of the routes. */
final class AllBeans implements AutoCloseable {

    private final Targets targets;
    private final Stopping stopping;
    private final Beans beans;
    private final OperationsBeans operations;
    private final Map<String, Object> named = new LinkedHashMap<>();

    /**
     * They read what earlier runs have left.
     *
     * @param sharing with other nodes, if there are
     * @param camel null while the routes do not run
     */
    AllBeans(
            Settings settings,
            Mode mode,
            Optional<Sharing> sharing,
            Supplier<CamelContext> camel,
            Outside outside) {
        Clock clock = outside.clock();
        targets = new Targets(settings.accounts());
        Offsets offsets = new Offsets(settings.operation().jitter(), clock);
        stopping = new Stopping(offsets, camel, this::cut);
        beans =
                new Beans(
                        settings,
                        targets,
                        !mode.keepsState(),
                        sharing.map(Sharing::leases),
                        stopping::isOn,
                        clock,
                        outside.stopwatch());
        Surroundings surroundings =
                new Surroundings(
                        stopping::isOn,
                        this::obstacle,
                        camel,
                        outside.out(),
                        Host.origin(settings.state()),
                        outside.reloads(),
                        nodes(mode, sharing));
        operations = new OperationsBeans(settings, beans.rooms(), offsets, surroundings, clock);
        named.putAll(beans.all());
        named.putAll(operations.all());
        boolean served = new Management(settings.management(), mode).isServed();
        named.putAll(
                new ShownBeans(settings, served, beans, operations, outside.reloads(), clock)
                        .all());
    }

    /** A mode that remembers nothing takes no turn from others. */
    private Nodes nodes(Mode mode, Optional<Sharing> sharing) {
        return sharing.filter(shared -> mode.keepsState())
                .map(shared -> shared.nodes(beans))
                .orElse(Nodes.ALONE);
    }

    /** One bean more, or in place of another: how a test looks on. */
    void bind(String name, Object bean) {
        named.put(name, bean);
    }

    Map<String, Object> all() {
        return named;
    }

    Targets targets() {
        return targets;
    }

    Stopping stopping() {
        return stopping;
    }

    Beans rooms() {
        return beans;
    }

    OperationsBeans operations() {
        return operations;
    }

    private void cut() {
        beans.delivery().cut();
    }

    private Optional<String> obstacle() {
        return stopping.isOn()
                ? Optional.of("the collector stops")
                : beans.delivery().outlet().obstacle();
    }

    @Override
    public void close() {
        stopping.close();
        operations.close();
        beans.close();
    }
}
