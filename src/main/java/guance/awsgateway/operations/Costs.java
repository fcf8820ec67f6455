package guance.awsgateway.operations;

import guance.awsgateway.metrics.Bill;
import guance.awsgateway.metrics.CostText;
import guance.awsgateway.metrics.Discovered;
import guance.awsgateway.metrics.Pace;
import guance.awsgateway.metrics.Schedule;
import guance.awsgateway.metrics.TargetCost;
import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import guance.awsgateway.trouble.Code;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what each target is going to cost, and says it once. */
public final class Costs {

    private static final Logger LOG = LoggerFactory.getLogger(Costs.class);

    private final Targets targets;
    private final MetricSettings settings;
    private final Pace pace;
    private final Clock clock;
    private final Map<Target, TargetCost> newest = new ConcurrentHashMap<>();

    /**
     * @param pace is told of each discovery too
     */
    public Costs(Targets targets, MetricSettings settings, Pace pace, Clock clock) {
        this.targets = targets;
        this.settings = settings;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * After each discovery; the first of a target is told: a warning where it is dear.
     *
     * @param figures of the newest whole discovery; null before one
     */
    public void tell(String targetId, Discovered figures) {
        if (figures == null) {
            return;
        }
        Target target = targets.get(targetId);
        pace.discovered(targetId, figures);
        Discovered now = pace.measured(targetId, figures);
        TargetCost cost = cost(now, pace.interval(targetId, scheduled()));
        if (newest.put(target, cost) == null) {
            String line = "cost of %s: %s".formatted(target.text(), CostText.line(cost));
            if (CostText.isDear(cost)) {
                LOG.warn(Code.COST_HIGH.marker(), line);
            } else {
                LOG.info(line);
            }
        }
    }

    private TargetCost cost(Discovered figures, Duration interval) {
        return TargetCost.of(
                figures, new Bill(settings.pricePer1000()), interval, settings.discovery());
    }

    private Duration scheduled() {
        return new Schedule(settings.cron()).interval(clock.instant()).orElse(settings.lookback());
    }

    /** Of the targets that were discovered so far. */
    public Projection projection() {
        SortedMap<String, TargetCost> costs = new TreeMap<>();
        newest.forEach(
                (target, cost) -> {
                    Discovered now = pace.measured(target.id(), cost.figures());
                    costs.put(target.text(), cost(now, cost.interval()));
                });
        return new Projection(costs);
    }
}
