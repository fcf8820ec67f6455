package guance.awsgateway.operations.check;

import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.AwsClients;
import guance.awsgateway.target.AwsTime;
import guance.awsgateway.target.Quotas;
import guance.awsgateway.target.Stopwatch;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The AWS clients of every target, made as the collector makes them. */
final class TargetClients implements AutoCloseable {

    private final AwsTime time;
    private final Map<String, AwsClients> byTarget = new LinkedHashMap<>();

    TargetClients(Settings settings, Targets targets, Clock clock, Stopwatch stopwatch) {
        time = new AwsTime(clock);
        Quotas quotas = new Quotas(settings, time, stopwatch);
        for (Target target : targets.all()) {
            byTarget.put(target.id(), AwsClients.of(target, quotas, time, settings.proxies()));
        }
    }

    AwsClients of(String targetId) {
        return byTarget.get(targetId);
    }

    /** As AWS sees it, once it has answered. */
    Instant now(String targetId) {
        return time.now(targetId);
    }

    @Override
    public void close() {
        byTarget.values().forEach(AwsClients::close);
    }
}
