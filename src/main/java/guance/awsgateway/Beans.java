package guance.awsgateway;

import guance.awsgateway.database.Leases;
import guance.awsgateway.delivery.DeliveryBeans;
import guance.awsgateway.inventory.ChosenApis;
import guance.awsgateway.inventory.Inventories;
import guance.awsgateway.inventory.InventoryFiles;
import guance.awsgateway.inventory.InventoryRows;
import guance.awsgateway.inventory.Join;
import guance.awsgateway.inventory.KeptInventories;
import guance.awsgateway.inventory.ObjectPoints;
import guance.awsgateway.metrics.Backfills;
import guance.awsgateway.metrics.Discovery;
import guance.awsgateway.metrics.Intervals;
import guance.awsgateway.metrics.MetricPoints;
import guance.awsgateway.metrics.MetricReader;
import guance.awsgateway.metrics.Pace;
import guance.awsgateway.metrics.Planner;
import guance.awsgateway.metrics.Probe;
import guance.awsgateway.metrics.Readers;
import guance.awsgateway.metrics.RequestPacker;
import guance.awsgateway.metrics.Sent;
import guance.awsgateway.metrics.TargetStates;
import guance.awsgateway.metrics.Watermarks;
import guance.awsgateway.metrics.Windows;
import guance.awsgateway.operations.Rooms;
import guance.awsgateway.point.Points;
import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.AwsClients;
import guance.awsgateway.target.AwsTime;
import guance.awsgateway.target.Quotas;
import guance.awsgateway.target.Stopwatch;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The beans of the routes by the names that YAML uses. */
final class Beans implements AutoCloseable {

    private final Settings settings;
    private final Targets targets;
    private final TargetStates states;
    private final Clock clock;
    private final AwsTime awsTime;
    private final Quotas quotas;
    private final Pace pace;
    private final DeliveryBeans delivery;
    private Backfills backfills;
    private Inventories inventories;
    private final Watermarks watermarks;
    private final Map<String, AwsClients> clients = new LinkedHashMap<>();
    private final Map<String, Object> beans = new LinkedHashMap<>();

    /**
     * @param dry whether nothing is remembered
     * @param leases without which what is remembered is of this process alone
     * @param stopping whether the process is on its way out
     */
    Beans(
            Settings settings,
            Targets targets,
            boolean dry,
            Optional<Leases> leases,
            BooleanSupplier stopping,
            Clock clock,
            Stopwatch stopwatch) {
        this.settings = settings;
        this.targets = targets;
        this.clock = clock;
        this.pace = new Pace(targets, settings.metrics());
        this.states = TargetStates.load(settings, targets, !dry, leases, clock);
        this.awsTime = new AwsTime(clock);
        this.quotas = new Quotas(settings, awsTime, stopwatch);
        this.watermarks = new Watermarks(states, settings.metrics(), planner(), awsTime::now);
        beans.put("awsTime", awsTime);
        beans.put("quotas", quotas);
        targets.all().forEach(this::addClients);
        addInventory(kept(leases, dry));
        addMetrics();
        beans.put("points", new Points());
        delivery = new DeliveryBeans(settings, stopping, clock);
        beans.putAll(delivery.all());
    }

    Map<String, Object> all() {
        return beans;
    }

    /** Ends what is open to AWS and on disk. */
    @Override
    public void close() {
        clients.values().forEach(AwsClients::close);
        states.close();
        try {
            delivery.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where points go. */
    DeliveryBeans delivery() {
        return delivery;
    }

    /** How far the gaps of the targets are filled. */
    Backfills backfills() {
        return backfills;
    }

    /** The APIs as last listed. */
    Inventories inventories() {
        return inventories;
    }

    /** What those who follow the runs ask. */
    Rooms rooms() {
        return new Rooms(targets, states, watermarks, pace, quotas.calls(), delivery.replay());
    }

    private void addClients(Target target) {
        AwsClients aws = AwsClients.of(target, quotas, awsTime, settings.proxies());
        clients.put(target.id(), aws);
        beans.put("apigateway-" + target.id(), aws.rest());
        beans.put("apigatewayv2-" + target.id(), aws.http());
        beans.put("cloudwatch-" + target.id(), aws.cloudWatch());
        beans.put("cloudwatch-recent-" + target.id(), aws.recent());
    }

    /** Where the inventories outlive this process. */
    private KeptInventories kept(Optional<Leases> leases, boolean dry) {
        return leases.<KeptInventories>map(shared -> new InventoryRows(shared, dry))
                .orElseGet(() -> new InventoryFiles(settings.state(), dry, clock));
    }

    private void addInventory(KeptInventories kept) {
        inventories =
                new Inventories(
                        targets, clients::get, settings.objects(), settings.apis(), kept, clock);
        beans.put("inventories", inventories);
        beans.put("apis", new ChosenApis(settings.apis()));
        beans.put(
                "objectPoints",
                new ObjectPoints(targets, settings.objects(), settings.apis(), clock));
        beans.put("join", new Join(settings.metrics(), settings.apis()));
    }

    private Planner planner() {
        return new Planner(settings.metrics(), settings.guance().receiver());
    }

    private void addMetrics() {
        MetricSettings metrics = settings.metrics();
        ChosenApis apis = new ChosenApis(settings.apis());
        Planner planner = planner();
        Intervals intervals = new Intervals(metrics, pace::interval);
        beans.put("windows", new Windows(states, metrics, planner, intervals, apis, awsTime::now));
        beans.put(
                "discovery",
                new Discovery(states, metrics, planner, intervals, apis, awsTime::now));
        backfills = new Backfills(targets, states, metrics, apis, clock);
        beans.put("backfills", backfills);
        beans.put("sent", new Sent(targets, states, metrics, awsTime::now, clock));
        beans.put("probe", new Probe(states, metrics, pace, awsTime::now));
        beans.put("pace", pace);
        beans.put("packer", new RequestPacker(settings.metrics()));
        beans.put("readers", new Readers(settings.metrics(), clock));
        beans.put("metricReader", new MetricReader(clients::get, settings.metrics()));
        beans.put("metricPoints", new MetricPoints(targets, settings.metrics()));
    }
}
