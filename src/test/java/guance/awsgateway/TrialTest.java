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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found of routes that nobody has started. */
class TrialTest {

    private static final TestClock CLOCK = new TestClock(Bench.NOW);

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
                    heartbeat | uri: direct | uri: [direct | 10: expected ',' or ']', but got :
                    heartbeat | pattern: CamelAwsCw* | patern: CamelAwsCw* | 95: Unsupported field: patern
                    heartbeat | name: deliver | name: delivery | 68: no route takes from direct:delivery
                    heartbeat | uri: aws2-cw:guance | uri: aws9-cw:guance | 102: there is no component aws9-cw in lib/
                    heartbeat | operation: putMetricData | operatio: putMetricData | 102: aws2-cw has no parameter operatio
                    heartbeat | ref: outlet | ref: outled | 54: there is no bean outled
                    heartbeat | method: require | method: reqire | 54: the bean outlet has no method reqire
                    collect-metrics | onPrepare: "#awaited" | onPrepare: "#avaited" | 61: there is no bean avaited
                    collect-metrics | "{{metrics.cron}}" | not a cron | 145: the cron is none: Illegal characters for this position: 'NOT'
                    collect-metrics | {{metrics.cron}} | {{metrics.corn}} | 145: there is no setting metrics.corn
                    collect-metrics | id: metrics-schedule | id: metrics-schedul | : Cannot find RouteTemplate with id metrics-schedule
                    collect-metrics | id: read-metrics | id: collect-metrics | 66: a second route collect-metrics
                    collect-metrics | ${variable.run} == | ${variable.run == | 28: expected symbol functionEnd but was eol at location 18
                    collect-metrics | ${variable.run} == | ${nosuch.run} == | 28: Unknown function: nosuch.run at location 0
                    at-start | delay: "{{delay}}" | dellay: "{{delay}}" | 12: timer has no parameter dellay
                    heartbeat | routeConfigurationId: tell-caller | routeConfigurationId: tell | 5: there is no routeConfiguration tell
                    post | Ref: retryAfter | Ref: retryAfte | 8: there is no bean retryAfte
                    post | bean:verdicts? | bean:verdict? | 26: there is no bean verdict
                    post | method=isFinal | method=isFinnal | 26: the bean verdicts has no method isFinnal
                    """)
    void whatCannotRunIsToldWithItsFileAndLine(
            String file, String shipped, String edited, String told) throws Exception {
        Edited.routes(folder.resolve("routes"), file, shipped, edited);

        String place = told.startsWith(":") ? "routes" : "routes/" + file + ".camel.yaml:";
        assertThat(problems().get(0)).isEqualTo(place + told);
    }

    @Test
    void whoNeedsAFileThatIsGoneIsNamed() throws Exception {
        Edited.routes(folder.resolve("routes"));
        Files.delete(folder.resolve("routes/dead-letter.camel.yaml"));

        assertThat(problems())
                .contains(
                        "routes/deliver.camel.yaml:173: no route takes from direct:park",
                        "routes: no route takes from direct:replay any more");
    }
}
