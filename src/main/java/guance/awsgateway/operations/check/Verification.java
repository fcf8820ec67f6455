package guance.awsgateway.operations.check;

import guance.awsgateway.delivery.Inquiry;
import guance.awsgateway.inventory.Api;
import guance.awsgateway.inventory.ChosenApis;
import guance.awsgateway.inventory.Inventories;
import guance.awsgateway.inventory.InventoryFiles;
import guance.awsgateway.inventory.ObjectPoints;
import guance.awsgateway.point.Point;
import guance.awsgateway.settings.ObjectSettings;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.Stopwatch;
import guance.awsgateway.target.Targets;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code --verify} does with a Dataway: writes a marked point and a marked object, reads them
 * back, and counts the objects. What it writes stays in Guance, under the measurement {@code
 * guance_aws_gateway_verify}.
 *
 * @param stopwatch by which answers are waited for
 * @param mark in quotes in a query: letters and digits, of this verification alone
 */
public record Verification(Settings settings, Clock clock, Stopwatch stopwatch, String mark) {

    /** Takes at most six minutes and what AWS takes to list. */
    public Findings findings() throws IOException, InterruptedException {
        Targets targets = new Targets(settings.accounts());
        try (TargetClients aws = new TargetClients(settings, targets, clock, stopwatch);
                Inquiry inquiry = new Inquiry(settings.guance(), settings.proxies())) {
            List<Finding> found = new ArrayList<>();
            found.add(ReceiverCheck.workspace(inquiry));
            found.addAll(metric(inquiry).findings());
            found.add(object(inquiry, targets).finding());
            found.addAll(counts(inquiry, targets, aws).findings(targets.all()));
            return Findings.of(found, settings.guance());
        }
    }

    private MarkedMetric metric(Inquiry inquiry) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        boolean resends = settings.metrics().resendChanged();
        return new MarkedMetric(inquiry, new Polling(stopwatch), now, mark, resends);
    }

    private MarkedObject object(Inquiry inquiry, Targets targets) {
        Api api =
                new Api(
                        "guance-aws-gateway-verify",
                        "verify",
                        "HTTP",
                        "Written by --verify",
                        null,
                        clock.instant(),
                        new TreeMap<>(),
                        Map.of());
        Point like =
                new ObjectPoints(targets, settings.objects(), settings.apis(), clock)
                        .points(targets.all().get(0).id(), List.of(api))
                        .get(0);
        return MarkedObject.of(inquiry, new Polling(stopwatch), like, mark);
    }

    /** Lists without stages, and writes nothing. */
    private ObjectCounts counts(Inquiry inquiry, Targets targets, TargetClients aws) {
        ObjectSettings objects = settings.objects();
        Inventories inventories =
                new Inventories(
                        targets,
                        aws::of,
                        new ObjectSettings(
                                objects.cron(),
                                objects.zone(),
                                false,
                                objects.stagesRefresh(),
                                objects.platformTags()),
                        settings.apis(),
                        new InventoryFiles(settings.state(), true, clock),
                        clock);
        return new ObjectCounts(inquiry, inventories, new ChosenApis(settings.apis()));
    }
}
