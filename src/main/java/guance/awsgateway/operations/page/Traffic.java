package guance.awsgateway.operations.page;

import guance.awsgateway.point.Point;
import guance.awsgateway.target.Targets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers of the points that go by which APIs there are, and three hours of their traffic, for
 * the page. In memory alone, {@value #APIS} APIs at most, about a kilobyte each.
 */
public final class Traffic {

    /** Those that come when there is no room are counted and not kept. */
    static final int APIS = 5_000;

    /** One that is neither listed nor read for so long makes room. */
    private static final Duration KEPT = Duration.ofHours(50);

    private static final String OBJECTS = "aws_gateway";
    private static final String METRICS = "aws_AWS/ApiGateway";
    private static final Set<String> WHOLE_API = Set.of("ApiId", "ApiName");
    private static final Set<String> OF_STAGE = Set.of("ApiId,Stage", "ApiName,Stage");

    private final Targets targets;
    private final Clock clock;
    private final Map<Key, SeenApi> apis = new ConcurrentHashMap<>();
    private final Set<Key> leftOut = ConcurrentHashMap.newKeySet();
    private final AtomicLong swept = new AtomicLong();

    public Traffic(Targets targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    /** A step before points are delivered; other points, such as a user's own, pass unseen. */
    public void see(String targetId, List<Point> points) {
        if (targetId == null) {
            return;
        }
        long now = clock.instant().getEpochSecond();
        Map<String, String> before = null;
        SeenApi api = null;
        for (Point point : points) {
            // The points of a dimension set share one map of tags: it is looked at once.
            if (point.tags() != before) {
                before = point.tags();
                api = isOfAnApi(point) ? known(targetId, before, now) : null;
            }
            if (api != null && isOfAWholeApi(point)) {
                api.traffic().see(point.time() / 1_000_000_000L, point.fields());
            }
        }
        sweep(now);
    }

    private static boolean isOfAnApi(Point point) {
        return point.measurement().equals(OBJECTS) || isOfAWholeApi(point) || isOf(OF_STAGE, point);
    }

    private static boolean isOfAWholeApi(Point point) {
        return isOf(WHOLE_API, point);
    }

    private static boolean isOf(Set<String> dimensionSets, Point point) {
        return point.measurement().equals(METRICS)
                && dimensionSets.contains(point.tags().getOrDefault("Dimensions", ""));
    }

    /** Null where there is no room for it. */
    private SeenApi known(String targetId, Map<String, String> tags, long now) {
        Key key = Key.of(targetId, tags);
        SeenApi api = apis.get(key);
        if (api == null && apis.size() < APIS) {
            api = apis.computeIfAbsent(key, any -> new SeenApi(targets.get(targetId)));
        }
        if (api == null) {
            // As bounded as what is kept: the figure says that there are more, not how many.
            if (leftOut.size() < APIS) {
                leftOut.add(key);
            }
        } else {
            api.known(tags, now);
        }
        return api;
    }

    /** At most once a minute. */
    private void sweep(long now) {
        long before = swept.get();
        if (Math.abs(now - before) >= 60 && swept.compareAndSet(before, now)) {
            apis.values().removeIf(api -> api.isSilentSince(now - KEPT.toSeconds()));
            if (apis.size() < APIS) {
                leftOut.clear();
            }
        }
    }

    /** In no order. */
    Collection<SeenApi> apis() {
        return apis.values();
    }

    /** How many APIs had no room, at most {@value #APIS}. */
    int leftOut() {
        return leftOut.size();
    }

    /** By id, or by the name that several REST APIs share and CloudWatch reports them under. */
    private record Key(String targetId, String api) {

        static Key of(String targetId, Map<String, String> tags) {
            String id = tags.get("ApiId");
            return new Key(targetId, id == null ? "name " + tags.get("ApiName") : id);
        }
    }
}
