package guance.awsgateway.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void theSameWorldHasTheSameTruth() {
        assertThat(truth(World.demo(), "us-east-1")).isEqualTo(truth(World.demo(), "us-east-1"));
    }

    @Test
    void restApisOfOneNameFeedOneSeries() {
        Map<Datapoint, Statistics> truth = truth(World.demo(), "eu-west-1");

        assertThat(truth.keySet().stream().map(Datapoint::metric).distinct())
                .filteredOn(metric -> metric.dimensions().containsValue("webhooks"))
                .hasSize(10);
    }

    @Test
    void anApiIsTheSumOfItsStages() {
        Map<Datapoint, Statistics> truth = truth(World.demo(), "eu-west-1");

        assertThat(sum(truth, Map.of("ApiName", "orders-api")))
                .isPositive()
                .isEqualTo(
                        sum(truth, Map.of("ApiName", "orders-api", "Stage", "prod"))
                                + sum(truth, Map.of("ApiName", "orders-api", "Stage", "test")));
    }

    @Test
    void sparseSeriesHaveFewMinutesAndIdleOnesNone() {
        Map<Datapoint, Statistics> truth = truth(World.demo(), "eu-west-1");

        assertThat(truth.keySet())
                .filteredOn(at -> at.metric().equals(count(Map.of("ApiName", "legacy"))))
                .hasSizeBetween(2, 20);
        assertThat(truth(World.demo(), "us-east-1").keySet())
                .noneMatch(at -> at.metric().dimensions().containsValue("ledger internal, v2"));
    }

    @Test
    void lateValuesGrowAndNeverShrink() {
        Lateness late = new Lateness(Duration.ofMinutes(1), Duration.ofMinutes(8), Duration.ZERO);
        Metrics metrics = Region.of("eu-west-1", late, Api.rest("a", "late")).metrics();
        TreeSet<Double> seen = new TreeSet<>();

        double last = 0;
        for (int minutes = 0; minutes <= 11; minutes++) {
            double now = total(metrics, NOON.plusSeconds(60L * minutes));
            assertThat(now).isGreaterThanOrEqualTo(last);
            seen.add(now);
            last = now;
        }

        assertThat(seen).hasSizeGreaterThan(4).contains(0.0);
        assertThat(last).isEqualTo(total(metrics, NOON.plus(Duration.ofDays(1))));
    }

    private static double total(Metrics metrics, Instant now) {
        Map<Datapoint, Statistics> truth =
                metrics.truth(NOON, NOON.plus(Duration.ofMinutes(2)), MINUTE, now);
        return sum(truth, Map.of("ApiName", "late"));
    }

    private static Map<Datapoint, Statistics> truth(World world, String region) {
        return world.truth("shop", region, NOON.minusSeconds(3600), NOON, MINUTE);
    }

    private static Metric count(Map<String, String> dimensions) {
        return new Metric(Metric.API_GATEWAY, "Count", dimensions);
    }

    private static double sum(Map<Datapoint, Statistics> truth, Map<String, String> dimensions) {
        return truth.entrySet().stream()
                .filter(each -> each.getKey().metric().equals(count(dimensions)))
                .mapToDouble(each -> each.getValue().sum())
                .sum();
    }
}
