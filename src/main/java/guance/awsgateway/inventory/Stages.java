package guance.awsgateway.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The stages of one half of the APIs of a target, kept in memory for so long each. */
final class Stages {

    private record Read(Instant time, List<Map<String, Object>> stages) {}

    private final Duration refresh;
    private final Clock clock;
    private final Map<String, Read> byApi = new ConcurrentHashMap<>();

    Stages(Duration refresh, Clock clock) {
        this.refresh = refresh;
        this.clock = clock;
    }

    /**
     * What was read before a failure is kept, so that the next try goes on from there.
     *
     * @param apis all of the half: stages of others are forgotten
     * @param call asks AWS for the stages of an API, by its id
     */
    List<Api> addTo(List<Api> apis, Function<String, List<Map<String, Object>>> call) {
        byApi.keySet().retainAll(apis.stream().map(Api::id).collect(Collectors.toSet()));
        return apis.stream().map(api -> api.with("Stages", of(api.id(), call))).toList();
    }

    private List<Map<String, Object>> of(
            String id, Function<String, List<Map<String, Object>>> call) {
        Instant now = clock.instant();
        Read before = byApi.get(id);
        if (before != null && Age.isWithin(refresh, before.time(), now)) {
            return before.stages();
        }
        List<Map<String, Object>> stages = call.apply(id);
        byApi.put(id, new Read(now, stages));
        return stages;
    }
}
