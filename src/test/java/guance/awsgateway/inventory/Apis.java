package guance.awsgateway.inventory;

import guance.awsgateway.settings.ApiSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** APIs for tests, as a listing would give them. */
public final class Apis {

    private Apis() {}

    public static Api rest(String id, String name) {
        return api(id, name, "REST", Map.of());
    }

    public static Api http(String id, String name) {
        return api(id, name, "HTTP", Map.of());
    }

    public static Api api(String id, String name, String protocol, Map<String, String> tags) {
        return new Api(
                id,
                name,
                protocol,
                null,
                protocol.equals("REST") ? null : "$request.header.x-api-key",
                Instant.parse("2025-02-28T23:49:34.5Z"),
                new TreeMap<>(tags),
                Map.of("Name", "as listed"));
    }

    public static Inventory inventory(Api... apis) {
        return new Inventory(List.of(apis));
    }

    public static ChosenApis chosen(ApiSettings settings) {
        return new ChosenApis(settings);
    }
}
