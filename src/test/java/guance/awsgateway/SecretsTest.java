package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.Stage;
import guance.awsgateway.standin.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that leaves the collector, searched for what may never leave it. */
class SecretsTest {

    private static final String VARIABLE = "NOT-A-REAL-SECRET-variable";

    /** The token without its prefix, as a part of it is as bad. */
    private static final List<String> SECRETS =
            List.of(Bench.TOKEN.substring(4), AwsProfiles.SECRET_KEY, VARIABLE);

    private static final World WORLD =
            World.of(account("111122223333", "shop"), account("444455556666", "ops"));

    private static Account account(String number, String name) {
        Stage stage = Stage.of("prod").variables(Map.of("password", VARIABLE));
        return Account.of(
                number,
                name,
                Region.of(
                        "eu-west-1",
                        Lateness.NONE,
                        Api.rest("aaaaaaaaaa", "a").stages(stage),
                        Api.http("bbbbbbbbbb", "b").stages(stage),
                        Api.webSocket("cccccccccc", "c").stages(stage)));
    }

    private static Bench bench() throws Exception {
        return new Bench(WORLD)
                .withJmx()
                .with("objects.stages", "true")
                .with("metrics.grains", "ALL")
                .with("camel.trace.enabled", "true")
                .with("camel.trace.backlogSize", "1000");
    }

    @Test
    void noSecretLeavesARunThatGoesWell() throws Exception {
        try (Logs logs = new Logs(Level.DEBUG);
                Bench bench = bench()) {
            ExchangeWatcher watcher = bench.watch();

            assertThat(bench.runAll()).hasSize(4).allMatch(RunRecord::isClean);

            assertThat(points(bench)).hasSize(6).allMatch(text -> text.contains("***"));
            assertThat(logs.of(Level.DEBUG)).hasSizeGreaterThan(1000);
            assertThat(secretsIn(points(bench))).isEmpty();
            assertThat(secretsIn(watcher.seen())).isEmpty();
            assertThat(secretsIn(logs.texts())).isEmpty();
            assertThat(Jmx.dump()).hasSizeGreaterThan(1000);
            assertThat(secretsIn(Jmx.dump())).isEmpty();
        }
    }

    @Test
    void noSecretLeavesARunInWhichEverythingFails() throws Exception {
        try (Logs logs = new Logs(Level.DEBUG);
                Bench bench = bench()) {
            ExchangeWatcher watcher = bench.watch();
            GuanceFault refusal =
                    GuanceFault.status(403, Map.of("Retry-After", bench.almostNow()), "no");
            bench.guance().fail(Collections.nCopies(11, refusal).toArray(GuanceFault[]::new));
            bench.guance().fail(GuanceFault.cutBeforeReading());
            bench.guance().failAlways(refusal);
            bench.aws.faults().add(AwsFault.deny("GetMetricData").of("shop"));
            bench.aws.faults().add(AwsFault.internal("ListMetrics").of("ops"));

            List<RunRecord> runs = bench.runAll();

            assertThat(runs).noneMatch(RunRecord::isClean);
            assertThat(bench.parked()).isNotEmpty();
            List<String> exchanges = watcher.seen();
            assertThat(exchanges)
                    .anyMatch(text -> text.startsWith("CamelToEndpoint=http"))
                    .anyMatch(text -> text.startsWith("CamelFailureEndpoint="))
                    .anyMatch(text -> text.contains("RefusedException"))
                    .anyMatch(text -> text.contains("CloudWatchException"));
            assertThat(secretsIn(exchanges)).isEmpty();
            assertThat(secretsIn(deadLetters(bench))).isEmpty();
            assertThat(secretsIn(runs.stream().map(RunRecord::toString).toList())).isEmpty();
            assertThat(secretsIn(logs.texts())).isEmpty();
            assertThat(Jmx.dump()).hasSizeGreaterThan(1000);
            assertThat(secretsIn(Jmx.dump())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--check", "--verify"})
    void noSecretIsToldByWhatIsAsked(String flag) throws Exception {
        String wrong = "tkn_" + Bench.TOKEN.substring(4).replace('0', 'e');
        for (String token : List.of(Bench.TOKEN, wrong)) {
            try (Logs logs = new Logs(Level.DEBUG);
                    Printed printed = new Printed();
                    Bench bench = bench().with("guance.token", token)) {
                bench.runAll();
                bench.stop();
                Main.run(bench.folder, bench.clock, flag, "-Dlog.format=text");

                List<String> told = new ArrayList<>(logs.texts());
                told.addAll(List.of(printed.out(), printed.err()));
                assertThat(printed.out()).contains("workspace");
                assertThat(secretsIn(told)).isEmpty();
                assertThat(told).noneMatch(text -> text.contains(wrong.substring(4)));
            }
        }
    }

    @Test
    void noSecretIsPrintedByADryRun() throws Exception {
        try (Logs logs = new Logs(Level.DEBUG);
                Bench bench = bench().start(Mode.DRY_RUN)) {
            assertThat(bench.runAll()).allMatch(RunRecord::isClean);

            assertThat(bench.out()).contains("***");
            assertThat(secretsIn(List.of(bench.out()))).isEmpty();
            assertThat(secretsIn(logs.texts())).isEmpty();
        }
    }

    @Test
    void noSecretIsShownByTheManagementServer() throws Exception {
        try (Bench bench = bench()) {
            bench.guance().failAlways(GuanceFault.status(403, Map.of(), "no"));
            bench.aws.faults().add(AwsFault.deny("GetMetricData").of("shop"));
            bench.serveFromStart();
            List<String> shown = new ArrayList<>();
            for (String path : List.of("", "/live", "/ready", "/fresh")) {
                String all = "?exposureLevel=full&data=true&stackTrace=true";
                shown.add(bench.served().body("/observe/health" + path + all));
            }
            shown.add(bench.served().body("/observe/metrics"));

            assertThat(shown.get(0)).contains("Guance answered 403");
            assertThat(secretsIn(shown)).isEmpty();
        }
    }

    private static List<String> points(Bench bench) {
        return bench.guance().points("custom_object").stream().map(Object::toString).toList();
    }

    private static List<String> deadLetters(Bench bench) throws Exception {
        List<String> texts = new ArrayList<>();
        for (Path file : bench.parked()) {
            texts.add(Files.readString(file));
        }
        return texts;
    }

    private static List<String> secretsIn(List<String> texts) {
        return texts.stream()
                .flatMap(text -> SECRETS.stream().filter(text::contains).map(s -> around(text, s)))
                .toList();
    }

    private static String around(String text, String secret) {
        int at = text.indexOf(secret);
        return text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 100));
    }
}
