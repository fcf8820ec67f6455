package guance.awsgateway.operations.page;

import guance.awsgateway.delivery.DeliveryBeans;
import guance.awsgateway.metrics.Backfill;
import guance.awsgateway.operations.Costs;
import guance.awsgateway.operations.Jobs;
import guance.awsgateway.operations.Reloads;
import guance.awsgateway.operations.RunRecords;
import guance.awsgateway.operations.log.LogLine;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.Targets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where the figures of the page come from.
 *
 * @param troubles sentences of the health checks that are down, by check, the worst first
 * @param backfills of the targets that have gaps
 * @param reloads what became of the last edit
 * @param log the last lines of a run by its id, oldest first
 */
public record Sources(
        Settings settings,
        Targets targets,
        Jobs jobs,
        RunRecords records,
        Costs costs,
        DeliveryBeans delivery,
        Supplier<Map<String, String>> troubles,
        Supplier<List<Backfill>> backfills,
        Function<String, List<LogLine>> log,
        Reloads reloads) {}
