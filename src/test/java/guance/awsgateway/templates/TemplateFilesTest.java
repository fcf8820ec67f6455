package guance.awsgateway.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said of the files without looking into the data. */
class TemplateFilesTest {

    static Stream<TemplateJson> files() {
        return TemplateJson.all().stream();
    }

    @Test
    void theFilesAreWhatTheirSourceSays() throws IOException {
        for (Map.Entry<Path, String> file : WriteTemplates.files().entrySet()) {
            assertThat(Files.readString(file.getKey()))
                    .as("%s: run mvn -q test-compile exec:java@templates", file.getKey())
                    .isEqualTo(file.getValue());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileFitsTheFormatAndOurStricterOne(TemplateJson file) throws IOException {
        String kind = file.isDashboard() ? "dashboard" : "monitor";

        assertThat(schema(kind + ".schema.json").validate(file.root())).isEmpty();
        assertThat(schema(kind + ".ours.schema.json").validate(file.root())).isEmpty();
    }

    /** Its own id is relative, so it needs a place to stand. */
    private static JsonSchema schema(String name) throws IOException {
        try (InputStream in = TemplateFilesTest.class.getResourceAsStream("/schemas/" + name)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            SchemaLocation.of("https://schemas.invalid/" + name),
                            new ObjectMapper().readTree(in));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theEditorShowsWhatRuns(TemplateJson file) {
        for (JsonNode query : file.simple()) {
            ParsedDql runs = ParsedDql.of(query.path("q").textValue());

            assertThat(shown(query))
                    .isEqualTo(
                            List.of(
                                    runs.namespace().equals("m") ? "metric" : "custom_object",
                                    runs.source(),
                                    runs.function(),
                                    runs.field(),
                                    runs.alias()));
            assertThat(TemplateJson.texts(query.path("groupBy"))).isEqualTo(runs.by());
            assertThat(query.path("filters").findValuesAsText("name"))
                    .isEqualTo(runs.condition().parts().map(Condition.Is::tag).toList());
            assertThat(query.path("filters").findValuesAsText("value"))
                    .isEqualTo(runs.condition().parts().map(Condition.Is::value).toList());
        }
    }

    private static List<String> shown(JsonNode query) {
        return Stream.of("namespace", "dataSource", "fieldFunc", "field", "alias")
                .map(member -> query.path(member).textValue())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void anExpressionRunsItsPartsBySameKeys(TemplateJson file) {
        for (JsonNode query : file.queries()) {
            List<JsonNode> parts = TemplateJson.list(query.path("children"));
            StringBuilder whole = new StringBuilder();
            parts.forEach(
                    part ->
                            whole.append(", ")
                                    .append(part.path("code").textValue())
                                    .append("=\"")
                                    .append(part.path("q").textValue())
                                    .append('"'));

            assertThat(parts.stream().map(part -> part.path("groupBy")).distinct().count())
                    .isLessThanOrEqualTo(1);
            assertThat(parts.stream().map(part -> part.path("alias").textValue()))
                    .allMatch(String::isEmpty);
            if (!parts.isEmpty()) {
                String expression = query.path("expression").textValue();
                assertThat(query.path("q").textValue())
                        .isEqualTo(
                                "eval(%s, alias='%s'%s)"
                                        .formatted(
                                                expression,
                                                query.path("alias").textValue(),
                                                whole));
                assertThat(expression.replaceAll("[-+*/()0-9. ]", "").chars().distinct().count())
                        .isEqualTo(parts.size());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void noQueryReadsTwoGrainsOfOneApi(TemplateJson file) {
        for (JsonNode query : file.simple()) {
            ParsedDql runs = ParsedDql.of(query.path("q").textValue());
            if (runs.source().equals("aws_AWS/ApiGateway")) {
                assertThat(
                                runs.condition()
                                        .parts()
                                        .filter(part -> part.tag().equals("Dimensions"))
                                        .map(Condition.Is::value)
                                        .toList())
                        .isIn(
                                List.of("ApiName"),
                                List.of("ApiId"),
                                List.of("ApiName", "ApiId"),
                                List.of("ApiName,Stage"),
                                List.of("ApiId,Stage"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theLanguagesAskTheSame(String kind) {
        List<String> en = withoutAliases(TemplateJson.of(kind, "en"));
        List<String> zh = withoutAliases(TemplateJson.of(kind, "zh"));

        assertThat(zh).isEqualTo(en).isNotEmpty();
    }

    static Stream<String> kinds() {
        return Stream.of("dashboard", "monitor");
    }

    private static List<String> withoutAliases(TemplateJson file) {
        return file.queries().stream()
                .map(query -> query.path("q").textValue())
                .map(q -> q.replaceAll(" AS `[^`]*`", "").replaceAll("alias='[^']*'", ""))
                .toList();
    }
}
