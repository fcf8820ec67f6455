package guance.awsgateway.operations.check;

import guance.awsgateway.settings.MetricSelection;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.AwsAdvice;
import guance.awsgateway.target.AwsClients;
import guance.awsgateway.target.CallerIdentity;
import guance.awsgateway.target.Target;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/**
 * Calls of AWS what the collector will call, a page of each. GetMetricData asks for one metric,
 * which AWS bills.
 */
final class TargetCheck {

    private static final int PAGE = 500;

    private final Target target;
    private final AwsClients aws;
    private final Settings settings;
    private final Instant now;

    TargetCheck(Target target, AwsClients aws, Settings settings, Instant now) {
        this.target = target;
        this.aws = aws;
        this.settings = settings;
        this.now = now;
    }

    /** Each to be tried beside the others. */
    List<Callable<List<Finding>>> calls() {
        List<Callable<List<Finding>>> calls = new ArrayList<>();
        calls.add(() -> endpoint().map(List::of).orElse(List.of()));
        calls.add(() -> List.of(tried("GetCallerIdentity", this::caller)));
        calls.add(this::restApis);
        calls.add(this::httpApis);
        calls.add(() -> List.of(tried("ListMetrics", this::series)));
        calls.add(() -> List.of(tried("GetMetricData", this::oneMetric)));
        if (settings.operation().heartbeatCloudwatch()) {
            calls.add(() -> List.of(heartbeat()));
        }
        return calls;
    }

    /** What stands in place of AWS, as by AWS_ENDPOINT_URL. */
    private Optional<Finding> endpoint() {
        Optional<URI> instead = aws.rest().serviceClientConfiguration().endpointOverride();
        return instead.map(
                uri -> note("endpoint", uri + " answers in place of AWS (AWS_ENDPOINT_URL)"));
    }

    private String caller() {
        CallerIdentity caller = CallerIdentity.of(target, aws);
        return "account %s, %s".formatted(caller.account(), caller.arn());
    }

    private List<Finding> restApis() {
        List<String> ids = new ArrayList<>();
        Finding listed =
                tried(
                        "GetRestApis",
                        () -> {
                            aws.rest()
                                    .getRestApis(request -> request.limit(PAGE))
                                    .items()
                                    .forEach(api -> ids.add(api.id()));
                            return number("REST APIs", ids.size());
                        });
        return withStages(
                listed,
                "GetStages (REST)",
                ids,
                id -> aws.rest().getStages(request -> request.restApiId(id)).item().size());
    }

    private List<Finding> httpApis() {
        List<String> ids = new ArrayList<>();
        Finding listed =
                tried(
                        "GetApis",
                        () -> {
                            aws.http()
                                    .getApis(request -> request.maxResults(String.valueOf(PAGE)))
                                    .items()
                                    .forEach(api -> ids.add(api.apiId()));
                            return number("HTTP and WebSocket APIs", ids.size());
                        });
        return withStages(
                listed,
                "GetStages (HTTP)",
                ids,
                id -> aws.http().getStages(request -> request.apiId(id)).items().size());
    }

    private List<Finding> withStages(
            Finding listed, String call, List<String> ids, ToIntFunction<String> stages) {
        if (!settings.objects().stages()) {
            return List.of(listed);
        }
        Finding read =
                ids.isEmpty()
                        ? note(call, "cannot be tried without an API")
                        : tried(
                                call,
                                () ->
                                        number(
                                                "stages of " + ids.get(0),
                                                stages.applyAsInt(ids.get(0))));
        return List.of(listed, read);
    }

    private String series() {
        String namespace = settings.metrics().selection().namespaces().get(0);
        int found =
                aws.recent().listMetrics(request -> request.namespace(namespace)).metrics().size();
        return found == 0
                ? "no series of %s in three hours: is this the region?".formatted(namespace)
                : number("series of " + namespace, found);
    }

    private String oneMetric() {
        Duration period = settings.metrics().period();
        Instant end = now.truncatedTo(ChronoUnit.DAYS);
        aws.cloudWatch()
                .getMetricData(
                        request ->
                                request.startTime(end.minus(period))
                                        .endTime(end)
                                        .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                                        .metricDataQueries(count((int) period.toSeconds())));
        return "answered";
    }

    /** Of all series without dimensions: whether there is such a one does not matter. */
    private static MetricDataQuery count(int period) {
        return MetricDataQuery.builder()
                .id("q0")
                .metricStat(
                        stat ->
                                stat.metric(
                                                metric ->
                                                        metric.namespace(
                                                                        MetricSelection.API_GATEWAY)
                                                                .metricName("Count"))
                                        .period(period)
                                        .stat("Sum"))
                .build();
    }

    private Finding heartbeat() {
        return note(
                "PutMetricData",
                "cannot be tried without writing; allow cloudwatch:PutMetricData, as"
                        + " heartbeat.cloudwatch needs it");
    }

    private static String number(String what, int found) {
        return what + ": " + found + (found >= PAGE ? " or more" : "");
    }

    private Finding note(String call, String words) {
        return Finding.note(target.text(), call, words);
    }

    private Finding tried(String call, Callable<String> words) {
        try {
            return Finding.ok(target.text(), call, words.call());
        } catch (Exception e) {
            return Finding.failed(target.text(), call, AwsAdvice.sentence(e));
        }
    }
}
