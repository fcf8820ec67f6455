package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import guance.awsgateway.point.Point;
import guance.awsgateway.point.WireRules;
import guance.awsgateway.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

class MetricPointsTest {

    @Test
    void aDimensionStandsAsideForOursAndWinsOverAnExtraTag() {
        DimensionSet set =
                Sets.other(
                        "AWS/Custom",
                        "account_name",
                        "theirs",
                        "region_id",
                        "r",
                        "cloud_provider",
                        "c",
                        "Dimensions",
                        "d",
                        "owner",
                        "their owner",
                        "Odd =,\\",
                        "/{proxy+}, $default=\\");

        Point point = points(set, "Count", Map.of("Sum", 2.0), "metrics.statistics=Sum").get(0);

        assertThat(point)
                .isEqualTo(
                        new Point(
                                "aws_AWS/Custom",
                                Map.of(
                                        "account_name", "shop",
                                        "region_id", "eu-west-1",
                                        "cloud_provider", "aws",
                                        "Dimensions",
                                                "Dimensions,Odd =,\\,account_name,cloud_provider,owner,region_id",
                                        "dimension_account_name", "theirs",
                                        "dimension_region_id", "r",
                                        "dimension_cloud_provider", "c",
                                        "dimension_Dimensions", "d",
                                        "owner", "their owner",
                                        "Odd =,\\", "/{proxy+}, $default=\\"),
                                Map.of("Count_Sum", 2.0),
                                1_795_507_200_000_000_000L));
    }

    @Test
    void theRollUpHasNoDimensions() {
        Point point = points(Sets.set(), "Count", Map.of("Sum", 0.0)).get(0);

        assertThat(point.tags())
                .isEqualTo(
                        Map.of(
                                "account_name", "shop",
                                "region_id", "eu-west-1",
                                "cloud_provider", "aws",
                                "Dimensions", "none",
                                "owner", "platform"));
        assertThat(point.fields()).isEqualTo(Map.of("Count_Sum", 0.0));
    }

    @Test
    void noSamplesHaveNoAverage() {
        Map<String, Double> values = Map.of("Sum", 0.0, "SampleCount", 0.0);

        assertThat(points(Sets.set(), "Count", values).get(0).fields())
                .isEqualTo(Map.of("Count_Sum", 0.0, "Count_SampleCount", 0.0));
    }

    @Test
    void anAverageThatCloudWatchWasAskedForIsItsOwn() {
        Map<String, Double> values = Map.of("Average", 1.5, "Sum", 9.0);

        assertThat(
                        points(Sets.set(), "Count", values, "metrics.statistics=Average,Sum")
                                .get(0)
                                .fields())
                .isEqualTo(Map.of("Count_Average", 1.5, "Count_Sum", 9.0));
    }

    @Test
    void percentilesAreFieldsAsTheyAreWritten() {
        String[] lines = {"metrics.statistics=Sum", "metrics.percentiles.Latency=p99.9,tm99"};
        Map<String, Double> values = Map.of("p99.9", 12.5, "tm99", 3.0);

        assertThat(points(Sets.set(), "Latency", values, lines).get(0).fields())
                .isEqualTo(Map.of("Latency_p99.9", 12.5, "Latency_tm99", 3.0));
    }

    @Test
    void noValueButFiniteOnesReachTheWire() {
        Map<String, Double> values =
                Map.of(
                        "Sum", Double.POSITIVE_INFINITY,
                        "SampleCount", 2.0,
                        "Minimum", Double.NaN,
                        "Maximum", Double.NEGATIVE_INFINITY);

        List<Point> points = points(Sets.set(), "Count", values);

        assertThat(WireRules.clean(points.get(0)).orElseThrow().fields())
                .isEqualTo(Map.of("Count_SampleCount", 2.0));
    }

    @Test
    void withoutDatapointsThereIsNoPoint() {
        assertThat(points(Sets.set(), "Count", Map.of())).isEmpty();
    }

    /** Of one period, in which CloudWatch has these statistics. */
    private static List<Point> points(
            DimensionSet set, String metric, Map<String, Double> values, String... lines) {
        Settings settings = TestSettings.of(lines);
        MetricRequest request =
                new RequestPacker(settings.metrics())
                        .pack(Sets.series(set, metric), Sets.window(Duration.ofMinutes(1)))
                        .get(0);
        Answer answer = new Answer(request, settings.metrics().period());
        for (int i = 0; i < request.queries().size(); i++) {
            Double value = values.get(request.queries().get(i).statistic());
            if (value != null) {
                answer.add(
                        MetricDataResult.builder()
                                .id(Answer.id(i))
                                .statusCode("Complete")
                                .timestamps(Sets.EIGHT)
                                .values(value)
                                .build());
            }
        }
        return new MetricPoints(TestSettings.targets(settings), settings.metrics())
                .points(TestSettings.TARGET, answer);
    }
}
