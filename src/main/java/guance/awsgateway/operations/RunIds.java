package guance.awsgateway.operations;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names runs by the second of their start, their job and their target. */
final class RunIds {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Map<String, Integer> used = new HashMap<>();
    private String newest = "";

    /** Such as {@code 20261128T211500Z-metrics-shop-eu-west-1}; a second one ends on -2. */
    synchronized String next(RunKey key, Instant now) {
        String stamp = STAMP.format(now);
        if (!stamp.equals(newest)) {
            used.clear();
            newest = stamp;
        }
        String id = "%s-%s-%s".formatted(stamp, key.job(), key.targetId());
        int times = used.merge(id, 1, Integer::sum);
        return times == 1 ? id : id + "-" + times;
    }
}
