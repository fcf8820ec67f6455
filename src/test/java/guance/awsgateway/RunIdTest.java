package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.operations.log.LogLine;
import guance.awsgateway.operations.log.RunLog;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lines of a run, by its id, whatever thread has logged them. */
class RunIdTest {

    private static final World WORLD =
            World.of(account("111122223333", "shop"), account("444455556666", "ops"));

    private final RunLog lines = new RunLog();
    private Logs logs;

    private static Account account(String number, String name) {
        return Account.of(
                number,
                name,
                Region.of("eu-west-1", Lateness.NONE, Api.rest("k3f9d0q2zm", "orders")));
    }

    @BeforeEach
    void open() throws Exception {
        logs = new Logs(Level.INFO);
        lines.open();
    }

    @AfterEach
    void close() throws Exception {
        lines.close();
        logs.close();
    }

    private List<String> of(List<RunRecord> runs, String target, Job job) {
        String id =
                runs.stream()
                        .filter(run -> run.target().equals(target) && run.job() == job)
                        .map(RunRecord::id)
                        .findFirst()
                        .orElseThrow();
        return lines.of(id).stream().map(line -> line.level() + " " + line.text()).toList();
    }

    @Test
    void whatAReaderTellsStandsWithTheRunThatItReadsFor() throws Exception {
        try (Bench bench = new Bench(WORLD).with("metrics.concurrency", "4")) {
            bench.aws.faults().add(AwsFault.deny("GetMetricData").of("ops"));

            List<RunRecord> runs = bench.runAll();

            assertThat(of(runs, "ops/eu-west-1", Job.METRICS))
                    .filteredOn(line -> !line.contains("USD"))
                    .containsExactly(
                            "ERROR metrics ops/eu-west-1: GetMetricData is denied; allow"
                                    + " cloudwatch:GetMetricData (README, IAM policy) [GAG-010]",
                            "INFO metrics ops/eu-west-1: 10 series, 0 points accepted, 0 parked, in"
                                    + " 0 ms: failed");
            assertThat(of(runs, "shop/eu-west-1", Job.METRICS))
                    .filteredOn(line -> !line.contains("USD"))
                    .containsExactly(
                            "INFO metrics shop/eu-west-1: 10 series, 10 points accepted, 0 parked,"
                                    + " in 0 ms: ok");
        }
    }

    @Test
    void whatTheDeliveryTellsStandsWithTheRunWhosePointsItHas() throws Exception {
        try (Bench bench = new Bench(WORLD).account("shop", "shop", "eu-west-1")) {
            bench.guance().failAlways(GuanceFault.status(403));

            List<RunRecord> runs = bench.runAll();

            assertThat(of(runs, "shop/eu-west-1", Job.OBJECTS))
                    .anyMatch(line -> line.startsWith("ERROR batches are parked at once"))
                    .anyMatch(line -> line.contains("1 points are parked in"));
        }
    }

    @Test
    void whatIsOfNoRunStandsWithNone() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            List<RunRecord> first = bench.runAll();
            List<LogLine> before = lines.of(first.get(0).id());

            bench.stop();

            assertThat(lines.of(first.get(0).id())).isEqualTo(before).isNotEmpty();
        }
    }
}
