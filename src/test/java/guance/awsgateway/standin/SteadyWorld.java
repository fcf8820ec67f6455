package guance.awsgateway.standin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** REST APIs {@code service-0} and so on, each with its seven metrics at the grain ApiName. */
final class SteadyWorld {

    private static final String REGION = "eu-west-1";

    private SteadyWorld() {}

    static World make(int apis) {
        List<Api> all =
                IntStream.range(0, apis)
                        .mapToObj(i -> Api.rest("api" + i, "service-" + i))
                        .toList();
        List<Metric> series = new ArrayList<>(all.stream().flatMap(SteadyWorld::series).toList());
        Collections.shuffle(series, new Random(apis));
        return World.shop(
                new Region(REGION, new GeneratedAssets(REGION, all), new SteadyMetrics(series)));
    }

    private static Stream<Metric> series(Api api) {
        Map<String, String> dimensions = Map.of("ApiName", api.name());
        return Stream.concat(Protocol.REST.metrics.stream(), Protocol.REST.cacheMetrics.stream())
                .map(metric -> new Metric(Metric.API_GATEWAY, metric, dimensions));
    }
}
