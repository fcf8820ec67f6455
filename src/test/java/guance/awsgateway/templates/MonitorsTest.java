package guance.awsgateway.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MonitorsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{ (\\w+)[^}]*}}");
    private static final List<Integer> WINDOWS_OF_5M = List.of(900, 1800, 3600, 10800);

    static Stream<TemplateJson> files() {
        return TemplateJson.all().stream().filter(file -> !file.isDashboard());
    }

    @ParameterizedTest
    @MethodSource("files")
    void theEditorShowsWhatIsChecked(TemplateJson file) {
        for (JsonNode checker : file.checkers()) {
            JsonNode script = checker.path("jsonScript");
            JsonNode shown = checker.path("extend").path("querylist").get(0).path("query");

            assertThat(script.path("targets").get(0).path("dql")).isEqualTo(shown.path("q"));
            assertThat(script.path("checkerOpt").path("rules"))
                    .isEqualTo(checker.path("extend").path("rules"));
            for (JsonNode query : shown.has("children") ? shown.path("children") : List.of(shown)) {
                assertThat(query.path("groupBy")).isEqualTo(script.path("groupBy"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aMessageNamesOnlyWhatThereIs(TemplateJson file) {
        for (JsonNode checker : file.checkers()) {
            JsonNode script = checker.path("jsonScript");
            List<String> keys = TemplateJson.texts(script.path("groupBy"));

            for (String part : List.of("title", "message", "noDataTitle", "noDataMessage")) {
                assertThat(PLACEHOLDER.matcher(script.path(part).textValue()).results())
                        .extracting(found -> found.group(1))
                        .allMatch(name -> name.equals("Result") || keys.contains(name));
            }
            assertThat(script.path("message").textValue()).contains("{{ Result");
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aWindowOutlastsTheLagOfTheCollector(TemplateJson file) {
        for (JsonNode checker : file.checkers()) {
            JsonNode script = checker.path("jsonScript");
            int interval = script.path("interval").intValue();

            assertThat(interval).isGreaterThanOrEqualTo(900);
            if (script.path("every").textValue().equals("5m")) {
                assertThat(interval).isIn(WINDOWS_OF_5M);
            }
            assertThat(script.path("noDataInterval").asInt(interval))
                    .isGreaterThanOrEqualTo(interval);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theWorstIsAskedForFirst(TemplateJson file) {
        for (JsonNode checker : file.checkers()) {
            List<String> statuses = checker.path("extend").path("rules").findValuesAsText("status");

            assertThat(statuses)
                    .isIn(List.of("critical", "warning"), List.of("critical"), List.of("warning"));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void noTwoMonitorsHaveOneTitleOrId(TemplateJson file) {
        assertThat(file.checkers())
                .extracting(checker -> checker.path("jsonScript").path("title").textValue())
                .doesNotHaveDuplicates();
        assertThat(file.checkers())
                .extracting(checker -> checker.path("extend").path("querylist").get(0).path("uuid"))
                .doesNotHaveDuplicates();
    }
}
