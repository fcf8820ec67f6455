package guance.awsgateway.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** Reads series as a collector would, all pages merged by Id, and fails for a doubled value. */
final class EveryStatistic {
    private static final List<String> STATISTICS =
            List.of("SampleCount", "Sum", "Minimum", "Maximum");
    private static final int SERIES_PER_CALL = 100;

    private final CloudWatchClient client;
    private final Map<Datapoint, Map<String, Double>> values = new HashMap<>();

    EveryStatistic(CloudWatchClient client) {
        this.client = client;
    }

    Map<Datapoint, Statistics> of(
            Collection<Metric> metrics, Instant from, Instant to, int period) {
        List<Metric> all = List.copyOf(metrics);
        for (int i = 0; i < all.size(); i += SERIES_PER_CALL) {
            int end = Math.min(i + SERIES_PER_CALL, all.size());
            read(all.subList(i, end), from, to, period);
        }
        Map<Datapoint, Statistics> read = new HashMap<>();
        values.forEach((at, each) -> read.put(at, statistics(each)));
        return read;
    }

    private void read(List<Metric> metrics, Instant from, Instant to, int period) {
        Map<String, Metric> byId = new HashMap<>();
        List<MetricDataQuery> queries = new ArrayList<>();
        for (Metric metric : metrics) {
            for (String statistic : STATISTICS) {
                String id = statistic.toLowerCase(Locale.ROOT) + "_" + byId.size();
                byId.put(id, metric);
                queries.add(AwsClients.query(id, metric, statistic, period));
            }
        }
        GetMetricDataRequest request =
                GetMetricDataRequest.builder()
                        .metricDataQueries(queries)
                        .startTime(from)
                        .endTime(to)
                        .build();
        client.getMetricDataPaginator(request).metricDataResults().stream()
                .forEach(result -> add(result, byId.get(result.id())));
    }

    private void add(MetricDataResult result, Metric metric) {
        String statistic = result.id().substring(0, result.id().indexOf('_'));
        for (int i = 0; i < result.timestamps().size(); i++) {
            Datapoint at = new Datapoint(metric, result.timestamps().get(i));
            Map<String, Double> known = values.computeIfAbsent(at, any -> new HashMap<>());
            assertThat(known.put(statistic, result.values().get(i))).as("%s", at).isNull();
        }
    }

    private static Statistics statistics(Map<String, Double> values) {
        return new Statistics(
                values.get("samplecount"),
                values.get("sum"),
                values.get("minimum"),
                values.get("maximum"));
    }
}
