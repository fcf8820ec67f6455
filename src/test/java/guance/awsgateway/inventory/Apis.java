package guance.awsgateway.inventory;

import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.ApiSettings;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.AwsClients;
import java.time.Clock;
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
        return new Inventory(List.of(apis), List.of());
    }

    /** Of every target by the same clients; nothing is kept on disk. */
    public static Inventories inventories(Settings settings, AwsClients clients, Clock clock) {
        return inventories(
                settings, clients, new InventoryFiles(settings.state(), true, clock), clock);
    }

    static Inventories inventories(
            Settings settings, AwsClients clients, InventoryFiles files, Clock clock) {
        return new Inventories(
                TestSettings.targets(settings),
                id -> clients,
                settings.objects(),
                settings.apis(),
                files,
                clock);
    }

    /** Both halves, as a run lists them. */
    static List<Api> list(Inventories inventories, String target) {
        return inventories.halves().stream()
                .flatMap(half -> inventories.list(target, half).stream())
                .toList();
    }

    public static ChosenApis chosen(ApiSettings settings) {
        return new ChosenApis(settings);
    }
}
