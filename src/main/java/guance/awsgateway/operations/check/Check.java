package guance.awsgateway.operations.check;

import guance.awsgateway.delivery.Inquiry;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.Stopwatch;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What {@code --check} does: calls what the collector will call, and sends nothing that is kept.
 *
 * @param stopwatch by which calls of AWS are limited
 */
public record Check(Settings settings, Clock clock, Stopwatch stopwatch) {

    /**
     * Takes as long as the slowest call, at most twice the minute that a call of AWS may take, and
     * what calls wait for their turn where an account has many regions.
     */
    public Findings findings() throws IOException, InterruptedException {
        Targets targets = new Targets(settings.accounts());
        try (TargetClients aws = new TargetClients(settings, targets, clock, stopwatch);
                Inquiry inquiry = new Inquiry(settings.guance(), settings.proxies())) {
            List<Callable<List<Finding>>> calls = new ArrayList<>();
            for (Target target : targets.all()) {
                calls.addAll(check(target, aws).calls());
            }
            calls.addAll(new ReceiverCheck(inquiry, settings.guance().receiver()).calls());
            calls.add(this::directories);
            calls.add(new DatabaseCheck(settings.state())::findings);
            return Findings.of(SideBySide.findings(calls), settings.guance());
        }
    }

    private TargetCheck check(Target target, TargetClients aws) {
        return new TargetCheck(target, aws.of(target.id()), settings, aws.now(target.id()));
    }

    private List<Finding> directories() {
        return List.of(
                new DirectoryCheck("state.directory", settings.state().directory()).finding(),
                new DirectoryCheck("dead-letter.directory", settings.deadLetter().directory())
                        .finding());
    }
}
