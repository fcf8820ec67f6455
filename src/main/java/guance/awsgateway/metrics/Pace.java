package guance.awsgateway.metrics;

import guance.awsgateway.metrics.Budget.Polling;
import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import guance.awsgateway.trouble.Code;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often the targets of an account are polled, so that {@code metrics.budget} holds: by the
 * newest figures of each, of all its targets together. Any thread may ask.
 */
public final class Pace {

    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);

    private final Targets targets;
    private final Optional<Budget> budget;
    private final Bill bill;
    private final Duration timeToLive;
    private final Map<String, Discovered> figures = new HashMap<>();
    private final Map<String, BigDecimal> asked = new HashMap<>();
    private final Map<String, Polling> stretched = new HashMap<>();

    public Pace(Targets targets, MetricSettings settings) {
        this.targets = targets;
        this.budget = settings.budget().map(Budget::new);
        this.bill = new Bill(settings.pricePer1000());
        this.timeToLive = settings.discovery();
    }

    /** Takes the newest figures of a target in place of those before. */
    public synchronized void discovered(String targetId, Discovered newest) {
        figures.put(targets.get(targetId).id(), newest);
    }

    /**
     * Takes what a run with the probe asks for, of all of a target.
     *
     * @param part from 0 to 1
     */
    synchronized void measured(String targetId, BigDecimal part) {
        asked.put(targetId, part);
    }

    /** Figures of a target with what was measured of it last. */
    public synchronized Discovered measured(String targetId, Discovered discovered) {
        return discovered.asking(asked.getOrDefault(targetId, BigDecimal.ONE));
    }

    /**
     * The polling interval of a target, the same for all of its account; a change is told once.
     *
     * @param scheduled that of {@code metrics.cron}
     * @return never shorter than the schedule's; the schedule's own without a budget, and while no
     *     target of the account is known in figures
     */
    public synchronized Duration interval(String targetId, Duration scheduled) {
        String account = targets.get(targetId).account().name();
        return budget.map(
                        limit -> {
                            Polling now = limit.choose(scheduled, each -> monthly(account, each));
                            tell(account, limit, scheduled, now);
                            return now.interval();
                        })
                .orElse(scheduled);
    }

    private BigDecimal monthly(String account, Duration interval) {
        return targets.all().stream()
                .filter(target -> target.account().name().equals(account))
                .map(Target::id)
                .filter(figures::containsKey)
                .map(id -> TargetCost.of(measured(id, figures.get(id)), bill, interval, timeToLive))
                .map(cost -> cost.monthly().estimate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void tell(String account, Budget limit, Duration scheduled, Polling now) {
        Polling before = stretched.get(account);
        boolean stretches = !now.within() || now.interval().compareTo(scheduled) > 0;
        if (stretches) {
            stretched.put(account, now);
            if (before == null || !isSame(before, now)) {
                BigDecimal unstretched = monthly(account, scheduled);
                LOG.warn(
                        Code.POLLING_STRETCHED.marker(),
                        PaceText.slower(account, limit, scheduled, unstretched, now));
            }
        } else if (before != null && scheduled.compareTo(before.interval()) < 0) {
            stretched.remove(account);
            LOG.warn(Code.POLLING_STRETCHED.marker(), PaceText.again(account, limit, now));
        }
    }

    private static boolean isSame(Polling before, Polling now) {
        return before.interval().equals(now.interval()) && before.within() == now.within();
    }
}
