package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.operations.Heartbeat;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.World;
import org.junit.jupiter.api.Test;

class CloudWatchHeartbeatTest {

    private static final World WORLD = World.shop(Api.rest("k3f9d0q2zm", "orders"));
    private static final String OPERATION = "PutMetricData";

    private static Bench bench() throws Exception {
        return new Bench(WORLD).with("heartbeat.cloudwatch", "true");
    }

    @Test
    void lagAndFailuresOfEachJobGoIntoTheCloudWatchOfTheTarget() throws Exception {
        try (Bench bench = bench().account("支付 Web", "shop", "eu-west-1")) {
            assertThat(bench.runAll()).allMatch(RunRecord::isClean);
            bench.stop();

            assertThat(bench.aws.put().all())
                    .allMatch(datum -> datum.metric().dimensions().get("target").matches("[ -~]+"))
                    .extracting(
                            datum ->
                                    "%s %s %s %s %s"
                                            .formatted(
                                                    datum.metric().namespace(),
                                                    datum.metric().dimensions().get("job"),
                                                    datum.metric().name(),
                                                    datum.value(),
                                                    datum.unit()))
                    .containsExactlyInAnyOrder(
                            "guance-aws-gateway objects Failures 0.0 Count",
                            "guance-aws-gateway objects Lag 0.0 Seconds",
                            "guance-aws-gateway metrics Failures 0.0 Count",
                            "guance-aws-gateway metrics Lag 300.0 Seconds");
            assertThat(bench.guance().points("metric"))
                    .allMatch(point -> point.measurement().startsWith("aws_"));
        }
    }

    @Test
    void whereItIsDeniedTheRunsGoWellAndOneLineSaysWhatToAllow() throws Exception {
        try (Bench bench = bench();
                LogLines log = new LogLines(Heartbeat.class)) {
            AwsFault denial = bench.aws.faults().add(AwsFault.deny(OPERATION));
            assertThat(bench.runAll()).allMatch(RunRecord::isClean);
            assertThat(bench.runAll()).allMatch(RunRecord::isClean);
            await().until(() -> bench.aws.calls().count(OPERATION) == 4);
            bench.aws.faults().remove(denial);

            bench.runAll();
            bench.stop();

            assertThat(log.all())
                    .containsExactly(
                            "WARN shop/eu-west-1: the heartbeat does not reach CloudWatch:"
                                    + " PutMetricData is denied; allow cloudwatch:PutMetricData"
                                    + " (README, IAM policy)",
                            "INFO shop/eu-west-1: the heartbeat reaches CloudWatch again");
        }
    }
}
