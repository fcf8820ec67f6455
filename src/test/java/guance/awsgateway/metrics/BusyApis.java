package guance.awsgateway.metrics;

import guance.awsgateway.inventory.Api;
import guance.awsgateway.inventory.Apis;
import guance.awsgateway.inventory.Inventory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** REST APIs of one stage and ten methods, each with requests in every minute; always the same. */
record BusyApis(int number) {

    private static final int METHODS = 10;

    Inventory inventory() {
        return Apis.inventory(
                IntStream.range(0, number)
                        .mapToObj(api -> Apis.rest("a%09d".formatted(api), name(api)))
                        .toArray(Api[]::new));
    }

    private static String name(int api) {
        return "service-%04d-api".formatted(api);
    }

    /** All that CloudWatch has of them, API by API. */
    List<Series> series() {
        List<Series> series = new ArrayList<>();
        for (int api = 0; api < number; api++) {
            sets(name(api)).forEach(set -> series.addAll(Sets.series(set, Figures.SEVEN)));
        }
        return series;
    }

    private static List<DimensionSet> sets(String name) {
        List<DimensionSet> sets = new ArrayList<>();
        sets.add(Sets.set("ApiName", name));
        sets.add(Sets.set("ApiName", name, "Stage", "prod"));
        for (int method = 0; method < METHODS; method++) {
            String resource = "/items/{id}/part-" + method;
            sets.add(
                    Sets.set(
                            "ApiName",
                            name,
                            "Method",
                            "GET",
                            "Resource",
                            resource,
                            "Stage",
                            "prod"));
        }
        return sets;
    }

    /** What CloudWatch would say: a datapoint a minute of every query. */
    static Answer answer(MetricRequest request, Duration period) {
        Answer answer = new Answer(request, period);
        for (int place = 0; place < request.queries().size(); place++) {
            Query query = request.queries().get(place);
            List<Instant> times = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            Instant time = request.window().from();
            for (; time.isBefore(request.window().to()); time = time.plus(period)) {
                times.add(time);
                values.add(value(query, time));
            }
            answer.add(
                    MetricDataResult.builder()
                            .id(Answer.id(place))
                            .statusCode(StatusCode.COMPLETE)
                            .timestamps(times)
                            .values(values)
                            .build());
        }
        return answer;
    }

    /** Up to 200 requests a minute, of which few fail; latencies in whole milliseconds. */
    private static double value(Query query, Instant time) {
        Random random = new Random(query.set().hashCode() * 31L + time.getEpochSecond());
        int requests = 1 + random.nextInt(200);
        int failed = random.nextInt(10) == 0 ? 1 + random.nextInt(requests) : 0;
        int fastest = 5 + random.nextInt(20);
        int slowest = fastest + random.nextInt(900);
        long total = (long) requests * (fastest + slowest) / 2 - random.nextInt(requests);
        boolean isLatency = query.metric().endsWith("Latency");
        boolean isCount = query.metric().equals("Count");
        return switch (query.statistic()) {
            case "SampleCount" -> requests;
            case "Sum" -> isLatency ? total : isCount ? requests : failed;
            case "Minimum" -> isLatency ? fastest : isCount ? 1 : 0;
            case "Maximum" -> isLatency ? slowest : isCount || failed > 0 ? 1 : 0;
            default -> throw new IllegalArgumentException(query.statistic());
        };
    }
}
