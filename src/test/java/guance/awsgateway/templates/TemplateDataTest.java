package guance.awsgateway.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.DemoData;
import guance.awsgateway.point.Point;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query against what the collector sends of the demo's accounts. */
class TemplateDataTest {

    private static final Pattern VALUES =
            Pattern.compile("SHOW_TAG_VALUE\\(from=\\['([^']*)'], keyin=\\['([^']*)']\\).*");

    private static List<Point> points;

    @BeforeAll
    static void collect() throws Exception {
        points = DemoData.points();
    }

    static Stream<TemplateJson> files() {
        return TemplateJson.all().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyQueryFindsData(TemplateJson file) {
        for (JsonNode query : file.simple()) {
            ParsedDql runs = ParsedDql.of(query.path("q").textValue());

            assertThat(points).as(query.path("q").textValue()).anyMatch(runs::finds);
        }
    }

    @Test
    void everyVariableHasValues() {
        JsonNode variables = TemplateJson.of("dashboard", "en").root().path("main").path("vars");
        for (JsonNode variable : variables) {
            String values = variable.path("definition").path("value").textValue();
            Matcher parts = VALUES.matcher(values);

            assertThat(parts.matches()).as(values).isTrue();
            assertThat(points)
                    .as(values)
                    .anyMatch(
                            point ->
                                    point.measurement().equals(parts.group(1))
                                            && point.tags().containsKey(parts.group(2)));
        }
    }

    /** As the vendor's templates of other AWS products ask: no grain, no group, one more tag. */
    @Test
    void whatTheVendorsTemplatesAskForIsThere() throws IOException {
        JsonNode assumed = official().path("assumed");
        List<String> unanswered = new ArrayList<>();
        for (String metric : TemplateJson.texts(assumed.path("fields"))) {
            for (String statistic : TemplateJson.texts(assumed.path("statistics"))) {
                for (String tag : TemplateJson.texts(assumed.path("tags_wanted"))) {
                    String field = metric + "_" + statistic;
                    ask(assumed.path("measurement").textValue(), field, tag, unanswered);
                }
            }
        }

        assertThat(unanswered).isEmpty();
    }

    private static void ask(String from, String field, String tag, List<String> unanswered) {
        String query =
                "M::`%s`:(avg(`%s`)) { `account_name` = '#{account_name}' } BY `%s`"
                        .formatted(from, field, tag);
        if (points.stream().noneMatch(ParsedDql.of(query)::finds)) {
            unanswered.add(query);
        }
    }

    @Test
    void everySeriesOfAnApiHasTheTagsThatTheVendorFiltersBy() throws IOException {
        List<String> always =
                TemplateJson.texts(official().path("assumed").path("tags_always_on_api_series"));

        assertThat(points)
                .filteredOn(point -> point.measurement().equals("aws_AWS/ApiGateway"))
                .filteredOn(point -> point.tags().get("Dimensions").startsWith("Api"))
                .isNotEmpty()
                .allMatch(point -> point.tags().keySet().containsAll(always));
    }

    private static JsonNode official() throws IOException {
        try (InputStream in =
                TemplateDataTest.class.getResourceAsStream(
                        "/schemas/guance-official-queries.json")) {
            return new ObjectMapper().readTree(in);
        }
    }
}
