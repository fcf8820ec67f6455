package guance.awsgateway.operations.page;

import guance.awsgateway.trouble.Code;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of refused requests, so that whoever sends many of them does not fill the log. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** For so long a reason is told once. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    /** Characters of a path. */
    private static final int PATH = 100;

    private final Clock clock;
    private final Map<String, Told> byReason = new HashMap<>();

    Refusals(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param untold how many came since and were not told
     */
    private record Told(Instant at, long untold) {

        boolean isRecent(Instant now) {
            return Duration.between(at, now).abs().compareTo(QUIET) < 0;
        }
    }

    /**
     * @param reason one of a few sentences
     */
    synchronized void tell(Asked asked, String reason) {
        Instant now = clock.instant();
        Told last = byReason.get(reason);
        if (last != null && last.isRecent(now)) {
            byReason.put(reason, new Told(last.at(), last.untold() + 1));
            return;
        }
        byReason.put(reason, new Told(now, 0));
        LOG.warn(
                Code.ACTION_REFUSED.marker(),
                "{} {} from {} is refused: {}{}",
                asked.method(),
                cut(asked.path()),
                asked.client(),
                reason,
                last == null || last.untold() == 0
                        ? ""
                        : "; for this reason %s more were, since the last line"
                                .formatted(last.untold()));
    }

    private static String cut(String path) {
        return path.length() <= PATH ? path : path.substring(0, PATH) + "...";
    }
}
