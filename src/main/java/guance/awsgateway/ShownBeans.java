package guance.awsgateway;

import guance.awsgateway.metrics.Backfill;
import guance.awsgateway.operations.OperationsBeans;
import guance.awsgateway.operations.Reloads;
import guance.awsgateway.operations.health.HealthBeans;
import guance.awsgateway.operations.page.PageBeans;
import guance.awsgateway.operations.page.Sources;
import guance.awsgateway.settings.Settings;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The beans of the health checks and of the page. */
final class ShownBeans {

    private final Map<String, Object> beans = new LinkedHashMap<>();

    /**
     * @param served whether anybody can ask; the page's beans are there all the same, as its route
     *     names them
     */
    ShownBeans(
            Settings settings,
            boolean served,
            Beans rooms,
            OperationsBeans operations,
            Reloads reloads,
            Clock clock) {
        HealthBeans health =
                new HealthBeans(
                        settings, rooms.rooms(), operations.jobs(), rooms.delivery(), clock);
        if (served) {
            beans.putAll(health.all());
        }
        Sources sources =
                new Sources(
                        settings,
                        rooms.rooms().targets(),
                        operations.jobs(),
                        operations.records(),
                        operations.costs(),
                        rooms.delivery(),
                        health::troubles,
                        () -> backfills(rooms, operations),
                        operations.runLog()::of,
                        reloads);
        beans.putAll(
                new PageBeans(sources, Host.origin(settings.state()), operations.control(), clock)
                        .all());
    }

    /** What another node fills, that node tells. */
    private static List<Backfill> backfills(Beans rooms, OperationsBeans operations) {
        return rooms.backfills().all().stream()
                .filter(each -> operations.jobs().isHere(each.target()))
                .toList();
    }

    Map<String, Object> all() {
        return beans;
    }
}
