package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.settings.Receiver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The minutes that a run of the metrics job reads: one polling interval, once it has settled. */
public final class LiveWindow {

    private static final Logger LOG = LoggerFactory.getLogger(LiveWindow.class);

    /** So long CloudWatch keeps minutes. Source: CloudWatch concepts, metrics retention. */
    private static final Duration KEPT = Duration.ofDays(15);

    /** DataKit sets a point more than two hours old to "now"; some minutes are for the way. */
    private static final Duration UNFALSIFIED = Duration.ofMinutes(110);

    /** A timer may fire so much before the second that it is for. */
    private static final Duration EARLY = Duration.ofMillis(20);

    private final MetricSettings settings;
    private final Schedule schedule;
    private final Duration reach;

    public LiveWindow(MetricSettings settings, Receiver receiver) {
        this.settings = settings;
        this.schedule = new Schedule(settings.cron());
        this.reach =
                switch (receiver) {
                    case DATAWAY -> KEPT;
                    case DATAKIT -> UNFALSIFIED.minus(settings.delay()).minus(settings.period());
                };
    }

    /**
     * Empty where nothing has settled since the run before, as with a period above the interval. A
     * schedule without two firings, for those who start the runs, reads {@code metrics.lookback}.
     *
     * @param started when the run did, whatever it has waited for since
     */
    public List<Window> due(Instant started) {
        Instant fired = started.plus(EARLY);
        Duration interval = schedule.interval(fired).orElse(settings.lookback());
        if (interval.compareTo(reach) > 0) {
            LOG.warn(
                    "metrics: of an interval of {} only the last {} are read, as the receiver, or"
                            + " CloudWatch, has no use for older minutes; shorten metrics.cron",
                    interval,
                    reach);
            interval = reach;
        }
        Clock clock = Clock.fixed(fired, ZoneOffset.UTC);
        return new WindowPlanner(settings.period(), settings.delay(), clock).latest(interval);
    }
}
