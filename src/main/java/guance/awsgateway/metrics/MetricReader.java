package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.target.AwsClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MessageData;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** Calls GetMetricData, which camel-aws2-cw cannot. */
public final class MetricReader {

    private static final Logger LOG = LoggerFactory.getLogger(MetricReader.class);

    private final Function<String, AwsClients> clients;
    private final Duration period;

    /**
     * @param clients those of a target, by its id
     */
    public MetricReader(Function<String, AwsClients> clients, MetricSettings settings) {
        this.clients = clients;
        this.period = settings.period();
    }

    /**
     * Reads every page of a request. Dimension sets that CloudWatch leaves incomplete are asked for
     * once more, in a request of their own.
     *
     * @throws RuntimeException where a page fails
     */
    public Answer read(String targetId, MetricRequest request) {
        CloudWatchClient client = clients.apply(targetId).cloudWatch();
        Answer answer = new Answer(request, period);
        read(client, request, answer, all(request));
        if (!answer.outstanding().isEmpty()) {
            readAgain(client, request, answer);
        }
        return answer;
    }

    /** What the first call brought is worth sending, also where the second fails. */
    private void readAgain(CloudWatchClient client, MetricRequest request, Answer answer) {
        try {
            read(client, request, answer, whole(request, answer.outstanding()));
        } catch (RuntimeException e) {
            LOG.debug("what was incomplete could not be read again", e);
        }
    }

    /** One call, or several for a dimension set that is too large for one. */
    private void read(
            CloudWatchClient client, MetricRequest request, Answer answer, List<Integer> asked) {
        int most = Math.min(RequestPacker.QUERIES, RequestPacker.DATAPOINTS / answer.periods());
        for (int from = 0; from < asked.size(); from += most) {
            List<MetricDataQuery> queries =
                    queries(request, asked.subList(from, Math.min(asked.size(), from + most)));
            readPages(client, request, answer, queries);
            answer.asked(
                    asked.subList(from, Math.min(asked.size(), from + most)).stream()
                            .map(request.queries()::get)
                            .toList());
        }
    }

    private static void readPages(
            CloudWatchClient client,
            MetricRequest request,
            Answer answer,
            List<MetricDataQuery> queries) {
        String token = null;
        List<MessageData> messages = new ArrayList<>();
        do {
            GetMetricDataResponse page = client.getMetricData(page(request, queries, token));
            page.metricDataResults().forEach(answer::add);
            messages.addAll(page.messages());
            if (page.nextToken() != null && page.nextToken().equals(token)) {
                throw new IllegalStateException(
                        "GetMetricData answered with the NextToken that it was asked with");
            }
            token = page.nextToken();
        } while (token != null && !token.isEmpty());
        messages.forEach(said -> answer.doubt(said.code() + ": " + said.value()));
    }

    private static GetMetricDataRequest page(
            MetricRequest request, List<MetricDataQuery> queries, String token) {
        return GetMetricDataRequest.builder()
                .startTime(request.window().from())
                .endTime(request.window().to())
                .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                .metricDataQueries(queries)
                .nextToken(token)
                .build();
    }

    /** The statistics of a series stand behind each other, and share what names it. */
    private List<MetricDataQuery> queries(MetricRequest request, List<Integer> places) {
        List<MetricDataQuery> queries = new ArrayList<>(places.size());
        Query before = null;
        Metric metric = null;
        for (int place : places) {
            Query query = request.queries().get(place);
            if (before == null || !isOfOneSeries(before, query)) {
                metric = metric(query);
            }
            before = query;
            queries.add(query(place, query.statistic(), metric));
        }
        return queries;
    }

    private static boolean isOfOneSeries(Query one, Query other) {
        return one.set() == other.set() && one.metric().equals(other.metric());
    }

    private static Metric metric(Query query) {
        List<Dimension> dimensions =
                query.set().dimensions().entrySet().stream()
                        .map(d -> Dimension.builder().name(d.getKey()).value(d.getValue()).build())
                        .toList();
        return Metric.builder()
                .namespace(query.set().namespace())
                .metricName(query.metric())
                .dimensions(dimensions)
                .build();
    }

    private MetricDataQuery query(int place, String statistic, Metric metric) {
        return MetricDataQuery.builder()
                .id(Answer.id(place))
                .metricStat(
                        MetricStat.builder()
                                .period((int) period.toSeconds())
                                .stat(statistic)
                                .metric(metric)
                                .build())
                .build();
    }

    private static List<Integer> all(MetricRequest request) {
        return IntStream.range(0, request.queries().size()).boxed().toList();
    }

    /** Every query of the dimension sets of some: a set's values belong together. */
    private static List<Integer> whole(MetricRequest request, Set<Integer> places) {
        Set<DimensionSet> sets =
                places.stream()
                        .map(place -> request.queries().get(place).set())
                        .collect(Collectors.toSet());
        return all(request).stream()
                .filter(place -> sets.contains(request.queries().get(place).set()))
                .toList();
    }
}
