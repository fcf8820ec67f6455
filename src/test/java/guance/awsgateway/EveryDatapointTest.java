package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Datapoint;
import guance.awsgateway.standin.Metric;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.World;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EveryDatapointTest {

    private static final World WORLD = World.demo();
    private static final Set<Set<String>> GRAINS =
            Set.of(
                    Set.of("ApiName"),
                    Set.of("ApiName", "Stage"),
                    Set.of("ApiId"),
                    Set.of("ApiId", "Stage"));

    @Test
    void everyStatisticOfEverySelectedSeriesArrivesOnce() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            assertThat(bench.runAll()).allMatch(RunRecord::isClean);

            Truth.of(WORLD, EveryDatapointTest::isDefault)
                    .isAllThatArrived(bench.guance().points("metric"));
        }
    }

    @Test
    void smallPagesAllGrainsAndFurtherNamespacesLoseAndDoubleNothing() throws Exception {
        try (Bench bench = new Bench(WORLD, PageSizes.SMALL, Bench.NOW)) {
            bench.with("metrics.grains", "ALL")
                    .with("metrics.selection[0]", "AWS/ApiGateway: ALL")
                    .with("metrics.selection[1]", "AWS/Lambda: ALL");

            assertThat(bench.runAll()).allMatch(RunRecord::isClean);

            Truth.of(WORLD, at -> true).isAllThatArrived(bench.guance().points("metric"));
            assertThat(bench.guance().points("custom_object"))
                    .extracting(point -> point.tags().get("name"))
                    .containsExactlyInAnyOrder(
                            "k3f9d0q2zm",
                            "aa11bb22cc",
                            "dd33ee44ff",
                            "b5d563g3yx",
                            "p0o9i8u7y6",
                            "w5x6y7z8a9",
                            "q1w2e3r4t5",
                            "m4n5b6v7c8",
                            "u7n3ov96ab",
                            "c72z3thtq8",
                            "z9y8x7w6v5",
                            "n0i1d2l3e4");
        }
    }

    private static boolean isDefault(Datapoint at) {
        return at.metric().namespace().equals(Metric.API_GATEWAY)
                && GRAINS.contains(at.metric().dimensions().keySet());
    }
}
