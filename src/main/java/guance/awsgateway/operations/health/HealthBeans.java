package guance.awsgateway.operations.health;

import guance.awsgateway.delivery.DeliveryBeans;
import guance.awsgateway.delivery.Outlet;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.JobFigures;
import guance.awsgateway.operations.Jobs;
import guance.awsgateway.operations.Rooms;
import guance.awsgateway.operations.health.Check.Kind;
import guance.awsgateway.settings.Settings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.component.micrometer.MicrometerConstants;

/** The checks and the meters that the management server shows, by the names that Camel knows. */
public final class HealthBeans {

    private final Jobs jobs;
    private final Allowance allowance;
    private final Clock clock;
    private final Instant began;
    private final List<Check> fresh;
    private final Map<String, Object> beans = new LinkedHashMap<>();

    /**
     * @param clock by whose time now the process begins
     */
    public HealthBeans(
            Settings settings, Rooms rooms, Jobs jobs, DeliveryBeans delivery, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
        allowance = new Allowance(settings, rooms.pace());
        began = clock.instant();
        fresh = fresh(settings, delivery.outlet());
        Writable state = new Writable(settings.state().directory());
        FreshRoute route = new FreshRoute(fresh);
        add(new Check("state", Kind.READY, state::trouble));
        fresh.forEach(this::add);
        beans.put("freshRoute", route);
        beans.put(MicrometerConstants.METRICS_REGISTRY_NAME, meters(settings, delivery, route));
    }

    public Map<String, Object> all() {
        return beans;
    }

    /**
     * What is not fresh now, by the id of its check; the receiver first, as the cause of others.
     */
    public Map<String, String> troubles() {
        Map<String, String> troubles = new LinkedHashMap<>();
        for (int i = fresh.size() - 1; i >= 0; i--) {
            String id = fresh.get(i).getId();
            fresh.get(i).trouble().ifPresent(text -> troubles.put(id, text));
        }
        return troubles;
    }

    private void add(Check check) {
        beans.put("check-" + check.getId(), check);
    }

    /** A check for each job of each target, as one that is denied is another's trouble. */
    private List<Check> fresh(Settings settings, Outlet outlet) {
        List<Check> checks = new ArrayList<>();
        for (JobFigures each : jobs.all()) {
            String id = each.job() + "-" + each.targetId();
            checks.add(new Check(id, Kind.FRESH, () -> behind(each.targetId(), each.job())));
        }
        if (settings.state().jdbcUrl().isPresent()) {
            checks.add(new Check("nodes", Kind.FRESH, jobs::trouble));
        }
        checks.add(new Check("receiver", Kind.FRESH, () -> refused(outlet)));
        checks.add(new Check("dead-letters", Kind.FRESH, () -> outlet.parking().trouble()));
        return checks;
    }

    private Optional<String> behind(String targetId, Job job) {
        Instant now = clock.instant();
        Behind behind = new Behind(allowance.of(targetId, job, now), began);
        return behind.trouble(jobs.of(targetId, job), now);
    }

    private static Optional<String> refused(Outlet outlet) {
        return outlet.trouble()
                .map(
                        why ->
                                "Guance takes nothing now: %s. Batches are parked, and sent again once"
                                                .formatted(why)
                                        + " it does");
    }

    private MeterRegistry meters(Settings settings, DeliveryBeans delivery, FreshRoute fresh) {
        MeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(new CamelMeters());
        new JobMeters(jobs, settings.metrics().pricePer1000()).bindTo(registry);
        new DeliveryMeters(delivery.outlet(), delivery.replay()).bindTo(registry);
        Gauge.builder(JobMeters.PREFIX + "fresh", fresh, route -> route.isFresh() ? 1 : 0)
                .description("1 while /observe/health/fresh answers 200.")
                .register(registry);
        return registry;
    }
}
