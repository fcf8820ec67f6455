package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The minutes that a run of the metrics job reads: one polling interval, once it has settled. */
public final class LiveWindow {

    /** So long CloudWatch keeps minutes. Source: CloudWatch concepts, metrics retention. */
    private static final Duration KEPT = Duration.ofDays(15);

    private final WindowPlanner planner;
    private final Schedule schedule;
    private final Duration lookback;
    private final Clock clock;

    public LiveWindow(MetricSettings metrics, Clock clock) {
        this.planner = new WindowPlanner(metrics.period(), metrics.delay(), clock);
        this.schedule = new Schedule(metrics.cron());
        this.lookback = metrics.lookback();
        this.clock = clock;
    }

    /**
     * Empty where nothing has settled since the run before, as with a period above the interval. A
     * schedule without two firings, for those who start the runs, reads {@code metrics.lookback}.
     */
    public List<Window> due() {
        Duration interval = schedule.interval(clock.instant()).orElse(lookback);
        return planner.latest(interval.compareTo(KEPT) < 0 ? interval : KEPT);
    }
}
