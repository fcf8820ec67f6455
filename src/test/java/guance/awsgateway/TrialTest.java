package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.routes.RouteFiles;
import guance.awsgateway.routes.RouteProblem;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found of routes that nobody has started. */
class TrialTest {

    private static final TestClock CLOCK = new TestClock(Bench.NOW);

    private static final String DELIVER = "routes/deliver\\.camel\\.yaml:\\d+: ";

    /** So many lines a step has at most, of those that are edited here. */
    private static final int STEP = 12;

    @TempDir Path folder;

    private Loaded loaded() {
        Map<String, String> given =
                Map.of(
                        "collector.accounts[0].name", "shop",
                        "collector.accounts[0].regions", "eu-west-1",
                        "guance.url", "http://127.0.0.1:9529",
                        "guance.receiver", "datakit",
                        "state.directory", folder.resolve("state").toString());
        return SettingsReader.read(folder.resolve("none.properties"), given, Map.of());
    }

    private List<String> problems() throws IOException {
        return Trial.of(loaded(), RouteFiles.in(folder).orElseThrow(), CLOCK).stream()
                .map(RouteProblem::toString)
                .toList();
    }

    @Test
    void theShippedRoutesCouldRunAndNothingIsWritten() throws Exception {
        Edited.routes(folder.resolve("routes"));

        assertThat(problems()).isEmpty();
        assertThat(Trial.of(loaded(), RouteFiles.shipped(), CLOCK)).isEmpty();
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    heartbeat | uri: direct | uri: [direct | expected ',' or ']', but got :
                    heartbeat | pattern: CamelAwsCw* | patern: CamelAwsCw* | Unsupported field: patern
                    heartbeat | name: deliver | name: delivery | no route takes from direct:delivery
                    heartbeat | uri: aws2-cw:guance | uri: aws9-cw:guance | there is no component aws9-cw in lib/
                    heartbeat | operation: putMetricData | operatio: putMetricData | aws2-cw has no parameter operatio
                    heartbeat | ref: outlet | ref: outled | there is no bean outled
                    heartbeat | method: require | method: reqire | the bean outlet has no method reqire
                    collect-metrics | onPrepare: "#awaited" | onPrepare: "#avaited" | there is no bean avaited
                    collect-metrics | "{{metrics.cron}}" | not a cron | the cron is none: Illegal characters for this position: 'NOT'
                    collect-metrics | {{metrics.cron}} | {{metrics.corn}} | there is no setting metrics.corn
                    collect-metrics | id: metrics-schedule | id: metrics-schedul | Cannot find RouteTemplate with id metrics-schedule
                    collect-metrics | id: read-metrics | id: collect-metrics | a second route collect-metrics
                    collect-metrics | ${variable.run} == | ${variable.run == | expected symbol functionEnd but was eol at location 18
                    collect-metrics | ${variable.run} == | ${nosuch.run} == | Unknown function: nosuch.run at location 0
                    at-start | delay: "{{delay}}" | dellay: "{{delay}}" | timer has no parameter dellay
                    heartbeat | routeConfigurationId: tell-caller | routeConfigurationId: tell | there is no routeConfiguration tell
                    post | Ref: retryAfter | Ref: retryAfte | there is no bean retryAfte
                    post | bean:verdicts? | bean:verdict? | there is no bean verdict
                    post | method=isFinal | method=isFinnal | the bean verdicts has no method isFinnal
                    """)
    void whatCannotRunIsToldWithItsFileAndLine(
            String file, String shipped, String edited, String told) throws Exception {
        Edited.routes(folder.resolve("routes"), file, shipped, edited);

        String problem = problems().get(0);
        assertThat(problem).endsWith(": " + told);
        if (!told.contains("RouteTemplate")) {
            assertThat(problem).startsWith("routes/" + file + ".camel.yaml:");
            int line = Integer.parseInt(problem.split(":")[1]);
            assertThat(linesWith(file, edited))
                    .as("the line of the edit, or that of its step")
                    .anyMatch(of -> of - STEP <= line && line <= of + 1);
        }
    }

    /** From 1. */
    private IntStream linesWith(String file, String text) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("routes/" + file + ".camel.yaml"));
        return IntStream.rangeClosed(1, lines.size())
                .filter(line -> lines.get(line - 1).contains(text));
    }

    @Test
    void whoNeedsAFileThatIsGoneIsNamed() throws Exception {
        Edited.routes(folder.resolve("routes"));
        Files.delete(folder.resolve("routes/dead-letter.camel.yaml"));

        assertThat(problems())
                .contains("routes: no route takes from direct:replay any more")
                .anyMatch(each -> each.matches(DELIVER + "no route takes from direct:park"));
    }
}
