package guance.awsgateway.standin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** As many APIs as wanted: of ten, six REST, three HTTP, one WebSocket. */
final class LargeWorld {
    private LargeWorld() {}

    static World make(int apis, int activePercent, Traffic others) {
        List<Api> all =
                IntStream.range(0, apis).mapToObj(i -> api(i, activePercent, others)).toList();
        return World.of(
                Account.of(
                        "111122223333",
                        "shop",
                        Region.of("eu-west-1", Lateness.NONE, all, Map.of())));
    }

    private static Api api(int i, int activePercent, Traffic others) {
        String id = String.format(Locale.ROOT, "api%07d", i);
        boolean active = Hash.pick(Hash.mix(0, i), 100) < activePercent;
        return of(i % 10, id, "service-" + i)
                .tags(Map.of("team", "team-" + i % 17))
                .traffic(active ? Traffic.STEADY : others);
    }

    private static Api of(int kind, String id, String name) {
        if (kind < 6) {
            return Api.rest(id, name);
        }
        return kind < 9 ? Api.http(id, name) : Api.webSocket(id, name);
    }
}
