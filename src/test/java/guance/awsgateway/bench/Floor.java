package guance.awsgateway.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/**
 * What the AWS SDK alone needs for the answers that ours reads: the same queries, made beforehand,
 * in calls as large, one after another, and of the answers nothing but a sum.
 */
record Floor(Child child, int minutes) implements Reader {

    private static final int SETS_A_CALL = 17;
    private static final List<String> METRICS =
            List.of(
                    "4XXError",
                    "5XXError",
                    "CacheHitCount",
                    "CacheMissCount",
                    "Count",
                    "IntegrationLatency",
                    "Latency");
    private static final List<String> STATISTICS =
            List.of("Maximum", "Minimum", "SampleCount", "Sum");

    /**
     * @param minutes that each cycle asks for
     */
    static Floor start(Site site, int minutes) throws IOException {
        List<String> command =
                List.of(
                        "-Xmx256m",
                        "-Dlogback.configurationFile=logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Floor.class.getName(),
                        Integer.toString(site.apis));
        Child child = Child.start(site.folder, site.environment(), command);
        child.await("ready");
        return new Floor(child, minutes);
    }

    @Override
    public long cycle(int seconds) {
        return Long.parseLong(child.ask("read " + minutes, "read").split(" ")[1]);
    }

    /** Obeys {@code read MINUTES}, and answers how many datapoints there were. */
    public static void main(String[] arguments) throws IOException {
        List<List<MetricDataQuery>> calls = calls(Integer.parseInt(arguments[0]));
        try (CloudWatchClient client = CloudWatchClient.create()) {
            System.out.println("ready");
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long minutes = Long.parseLong(line.split(" ")[1]);
                System.out.println("read " + read(client, calls, minutes));
            }
        }
    }

    private static List<List<MetricDataQuery>> calls(int apis) {
        List<List<MetricDataQuery>> calls = new ArrayList<>();
        for (int from = 0; from < apis; from += SETS_A_CALL) {
            List<MetricDataQuery> call = new ArrayList<>();
            IntStream.range(from, Math.min(apis, from + SETS_A_CALL))
                    .forEach(api -> addSet(call, "service-" + api));
            calls.add(call);
        }
        return calls;
    }

    private static void addSet(List<MetricDataQuery> call, String api) {
        Dimension dimension = Dimension.builder().name("ApiName").value(api).build();
        for (String name : METRICS) {
            Metric metric =
                    Metric.builder()
                            .namespace("AWS/ApiGateway")
                            .metricName(name)
                            .dimensions(dimension)
                            .build();
            for (String statistic : STATISTICS) {
                String id = "q" + call.size();
                call.add(
                        MetricDataQuery.builder()
                                .id(id)
                                .metricStat(s -> s.metric(metric).period(60).stat(statistic))
                                .build());
            }
        }
    }

    private static long read(
            CloudWatchClient client, List<List<MetricDataQuery>> calls, long minutes) {
        Instant start = Instant.parse("2026-03-01T12:00:00Z");
        long datapoints = 0;
        double sum = 0;
        for (List<MetricDataQuery> call : calls) {
            GetMetricDataResponse answer =
                    client.getMetricData(
                            r ->
                                    r.startTime(start)
                                            .endTime(start.plusSeconds(60 * minutes))
                                            .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                                            .metricDataQueries(call));
            for (var result : answer.metricDataResults()) {
                for (int i = 0; i < result.values().size(); i++) {
                    sum += result.values().get(i) + result.timestamps().get(i).getEpochSecond();
                    datapoints++;
                }
            }
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("no values");
        }
        return datapoints;
    }
}
