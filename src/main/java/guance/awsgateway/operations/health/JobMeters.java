package guance.awsgateway.operations.health;

import guance.awsgateway.metrics.Bill;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.JobFigures;
import guance.awsgateway.operations.Jobs;
import guance.awsgateway.operations.Totals;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The figures of every job as meters, read from {@link Jobs} when they are asked for: so they are
 * those of JMX and the page, and count nothing twice.
 */
final class JobMeters implements MeterBinder {

    /** What a job may call, as its run records name it. */
    private static final Map<Job, List<String>> OPERATIONS =
            Map.of(
                    Job.OBJECTS, List.of("GetApis", "GetRestApis", "GetStages"),
                    Job.METRICS, List.of("GetMetricData", "ListMetrics"));

    private final Jobs jobs;
    private final Bill bill;

    JobMeters(Jobs jobs, BigDecimal pricePer1000) {
        this.jobs = jobs;
        bill = new Bill(pricePer1000);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (JobFigures each : jobs.all()) {
            OneJob job = new OneJob(registry, each);
            job.bind();
            if (each.job() == Job.METRICS) {
                job.bindMetrics();
            }
        }
    }

    private final class OneJob {

        private final MeterRegistry registry;
        private final JobFigures first;
        private final Tags tags;

        OneJob(MeterRegistry registry, JobFigures first) {
            this.registry = registry;
            this.first = first;
            tags =
                    Tags.of("account", first.account(), "region", first.region())
                            .and("job", first.job().toString());
        }

        void bind() {
            String points = "Points, by what became of them in runs.";
            count("points", points, tags.and("outcome", "accepted"), Totals::accepted);
            count("points", points, tags.and("outcome", "parked"), Totals::parked);
            count("points", points, tags.and("outcome", "rejected"), Totals::rejected);
            String runs = "Runs that ended, failed for those with a failure.";
            count("runs", runs, tags.and("outcome", "ok"), JobMeters::ok);
            count("runs", runs, tags.and("outcome", "failed"), Totals::failedRuns);
            for (String operation : OPERATIONS.get(first.job())) {
                count(
                        "calls",
                        "Calls that AWS answered, all pages of a GetMetricData as one.",
                        tags.and("operation", operation),
                        totals -> totals.calls().getOrDefault(operation, 0L));
            }
            count("throttles", "Attempts that AWS throttled.", tags, Totals::throttles);
            gauge(
                    "lag.seconds",
                    "How far the newest window handed over, or the last clean run of the"
                            + " objects, lies behind now; NaN before there is one.",
                    job -> job.lag().map(JobMeters::seconds).orElse(Double.NaN));
            gauge("suspended", "1 while the schedule is.", job -> job.suspended() ? 1 : 0);
        }

        void bindMetrics() {
            gauge("open.windows", "Windows planned and not finished.", JobFigures::openWindows);
            count("given.up.windows", "Windows never to be read.", tags, Totals::givenUp);
            count("late.changes", "Points that changed after sending.", tags, Totals::late);
            count("probe.missed", "Points that a sweep found.", tags, Totals::probeMissed);
            count("billed.metrics", "Metrics that CloudWatch bills.", tags, Totals::billed);
            count("estimated.usd", "Estimated price of the calls.", tags, JobMeters.this::usd);
        }

        private void count(String name, String text, Tags of, ToDoubleFunction<Totals> figure) {
            FunctionCounter.builder(PREFIX + name, jobs, all -> figure.applyAsDouble(totals(all)))
                    .description(text)
                    .tags(of)
                    .register(registry);
        }

        private void gauge(String name, String text, ToDoubleFunction<JobFigures> figure) {
            Gauge.builder(PREFIX + name, jobs, all -> figure.applyAsDouble(now(all)))
                    .description(text)
                    .tags(tags)
                    .register(registry);
        }

        private JobFigures now(Jobs all) {
            return all.of(first.targetId(), first.job());
        }

        private Totals totals(Jobs all) {
            return now(all).totals();
        }
    }

    static final String PREFIX = "guance.aws.gateway.";

    private static double ok(Totals totals) {
        return totals.runs() - (double) totals.failedRuns();
    }

    private double usd(Totals totals) {
        long lists = totals.calls().getOrDefault("ListMetrics", 0L);
        return bill.spent(totals.billed(), lists).doubleValue();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
