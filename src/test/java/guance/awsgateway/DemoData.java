package guance.awsgateway;

import static org.awaitility.Awaitility.await;

import guance.awsgateway.point.Point;
import guance.awsgateway.standin.World;
import java.util.List;
import java.util.stream.Stream;

/** What the collector sends of the demo's accounts, for tests of other packages. */
public final class DemoData {

    private DemoData() {}

    /** Of one run of every job, with the percentile that the dashboard shows. */
    public static List<Point> points() throws Exception {
        try (Bench bench =
                new Bench(World.demo())
                        .with("heartbeat.guance", "true")
                        .with("metrics.percentiles.Latency", "p99")) {
            int runs = bench.runAll().size();
            await().until(() -> heartbeats(bench), sent -> sent == runs);
            return Stream.of("custom_object", "metric")
                    .flatMap(category -> bench.guance().points(category).stream())
                    .toList();
        }
    }

    private static int heartbeats(Bench bench) {
        return (int)
                bench.guance().points("metric").stream()
                        .filter(point -> point.measurement().equals("guance_aws_gateway"))
                        .count();
    }
}
