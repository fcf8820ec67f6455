package guance.awsgateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.point.Point;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void aRowARunAndItsErrorBelow() {
        Summary summary =
                new Summary(
                        List.of(
                                run(
                                        "shop/eu-west-1",
                                        Job.METRICS,
                                        0,
                                        2,
                                        "GetMetricData is throttled"),
                                run("shop/eu-west-1", Job.OBJECTS, 0, 0, null),
                                run("生产/cn-north-1", Job.OBJECTS, 7, 0, "it is down")));

        assertThat(summary.table())
                .isEqualTo(
                        """
                        target           job      found     points  parked  rejected  ms    outcome
                        shop/eu-west-1   objects  3 APIs    5       0       0         1200  ok
                        shop/eu-west-1   metrics  3 series  5       0       0         1200  failed
                        生产/cn-north-1  objects  3 APIs    5       7       0         1200  parked
                        metrics shop/eu-west-1: GetMetricData is throttled
                        objects 生产/cn-north-1: it is down""");
    }

    @Test
    void allIsWellOnlyWhereNothingFailedOrWaits() {
        RunRecord well = run("a", Job.OBJECTS, 0, 0, null);

        assertThat(new Summary(List.of(well)).isClean()).isTrue();
        assertThat(new Summary(List.of(well, run("a", Job.METRICS, 0, 1, "x"))).isClean())
                .isFalse();
        assertThat(new Summary(List.of(well, run("a", Job.METRICS, 1, 0, "x"))).isClean())
                .isFalse();
    }

    @Test
    void wideCharactersTakeTwoCells() {
        TextTable table =
                new TextTable(
                        List.of(
                                List.of("中文", "|"),
                                List.of("カナ", "|"),
                                List.of("한국", "|"),
                                List.of("ＡＢ", "|"),
                                List.of("abcd", "|"),
                                List.of("é", "|")));

        assertThat(table.text()).isEqualTo("中文  |\nカナ  |\n한국  |\nＡＢ  |\nabcd  |\né     |");
    }

    @Test
    void aDryRunPrintsWhatItWouldSend() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Point point = new Point("aws_gateway", Map.of("name", "订单"), Map.of("a", 1.0), 1);

        var delivery =
                new DryRun(new PrintStream(out, true, StandardCharsets.UTF_8))
                        .print(List.of(point, point));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("aws_gateway,name=订单 a=1.0 1", "aws_gateway,name=订单 a=1.0 1");
        assertThat(delivery.accepted()).isEqualTo(2);
    }

    private static RunRecord run(String target, Job job, int parked, int failures, String error) {
        return new RunRecordBuilder(target, job, Instant.EPOCH)
                .took(Duration.ofMillis(1200))
                .found(3)
                .delivered(1, 5, parked)
                .failed(failures, error)
                .record();
    }
}
