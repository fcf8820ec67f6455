package guance.awsgateway.delivery;

import guance.awsgateway.point.Point;
import guance.awsgateway.settings.Receiver;
import guance.awsgateway.trouble.Code;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps from a DataKit the metric points that it would falsify: it gives a point that is two hours
 * old the time of now.
 */
public final class Hold {

    private static final Logger LOG = LoggerFactory.getLogger(Hold.class);
    private static final Duration OLDEST = Duration.ofMinutes(110);

    private final boolean datakit;
    private final Clock clock;
    private int held;
    private int told;

    Hold(Receiver receiver, Clock clock) {
        this.datakit = receiver == Receiver.DATAKIT;
        this.clock = clock;
    }

    void begin() {
        held = 0;
    }

    /** Whether all points are held, as their facts say. */
    boolean isWhole(Facts facts) {
        boolean whole = holds(facts.category()) && Instant.parse(facts.last()).isBefore(oldest());
        held += whole ? facts.points() : 0;
        return whole;
    }

    /** The letter with what may be sent, and what is held. */
    DeadLetter of(DeadLetter letter) {
        DeadLetter some = holds(letter.category()) ? letter.holding(oldest()) : letter;
        held += some.held().size();
        return some;
    }

    /**
     * The step before each POST, as a batch may have waited long.
     *
     * @throws UntriedException where a point of it would be falsified: it is to be parked, and what
     *     may be sent of it is sent from there
     */
    public void check(List<Point> batch, String category) throws UntriedException {
        long oldest = TimeUnit.SECONDS.toNanos(oldest().getEpochSecond());
        if (holds(category) && batch.stream().anyMatch(each -> each.time() < oldest)) {
            throw new UntriedException(
                    "not sent, as a DataKit would give points older than 110 minutes the time of"
                            + " now; these wait for guance.receiver=dataway");
        }
    }

    private boolean holds(String category) {
        return datakit && "metric".equals(category);
    }

    private Instant oldest() {
        return clock.instant().minus(OLDEST);
    }

    /** Tells how many are held, when it has become more. */
    void end() {
        if (held > told) {
            LOG.warn(
                    Code.POINTS_HELD.marker(),
                    "{} parked metric points are older than 110 minutes and held, as a DataKit would"
                            + " give them the time of now; they go out with"
                            + " guance.receiver=dataway, within dead-letter.max-age",
                    held);
        }
        told = held;
    }
}
