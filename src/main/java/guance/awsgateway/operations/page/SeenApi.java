package guance.awsgateway.operations.page;

import guance.awsgateway.target.Target;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** One API as its objects and points have shown it. */
final class SeenApi {

    /** The busiest first, those without traffic by name. */
    static final Comparator<SeenApi> BUSIEST =
            Comparator.comparing(SeenApi::count)
                    .reversed()
                    .thenComparing(SeenApi::name)
                    .thenComparing(api -> api.target().id())
                    .thenComparing(api -> String.valueOf(api.id()));

    /** Stages that are kept of an API, whose quota is ten. */
    private static final int STAGES = 20;

    private final Target target;
    private final Set<String> stages = new ConcurrentSkipListSet<>();
    private final ApiTraffic traffic = new ApiTraffic();
    private volatile String id;
    private volatile String name;
    private volatile String protocol;
    private volatile long seen;

    SeenApi(Target target) {
        this.target = target;
    }

    /**
     * @param tags of an object or a joined point
     * @param second when it was seen
     */
    void known(Map<String, String> tags, long second) {
        id = tags.getOrDefault("ApiId", id);
        name = tags.getOrDefault("api_name", name);
        protocol = tags.getOrDefault("ProtocolType", protocol);
        seen = second;
        String stage = tags.get("Stage");
        if (stage != null && stages.size() < STAGES) {
            stages.add(stage);
        }
    }

    Target target() {
        return target;
    }

    /** Null where several APIs share the name, by which CloudWatch has merged them. */
    String id() {
        return id;
    }

    String name() {
        return name == null ? String.valueOf(id) : name;
    }

    /** Null where no object and no join told it. */
    String protocol() {
        return protocol;
    }

    /** Those with traffic, by name. */
    Set<String> stages() {
        return stages;
    }

    ApiTraffic traffic() {
        return traffic;
    }

    boolean isSilentSince(long second) {
        return seen < second;
    }

    private double count() {
        ApiTraffic.Minute newest = traffic.newest();
        Double count = newest == null ? null : newest.of(Figure.COUNT);
        return count == null ? -1 : count;
    }

    /**
     * @param text in lower case; part of the name, the id or the target
     */
    boolean matches(String text) {
        return Stream.of(name(), String.valueOf(id), target.text(), target.id())
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(text));
    }
}
