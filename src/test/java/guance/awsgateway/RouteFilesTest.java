package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the shipped route files are written. */
class RouteFilesTest {

    private static final JsonSchema SCHEMA = schema("/schema/camelYamlDsl.json");
    private static final List<String> ROOTS =
            List.of("route", "routeTemplate", "routeConfiguration");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileLoads(Path file) throws Exception {
        assertThat(file.toString()).endsWith(".camel.yaml");
        try (CamelContext context = new DefaultCamelContext()) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveResource(context, "file:" + file));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileIsValidByCamelsSchema(Path file) throws Exception {
        assertThat(SCHEMA.validate(yaml(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatAFileDefinesHasAnIdAndADescription(Path file) {
        for (JsonNode entry : yaml(file)) {
            Map.Entry<String, JsonNode> root = entry.fields().next();
            assertThat(ROOTS).contains(root.getKey());
            assertThat(root.getValue().path("id").asText()).isNotBlank();
            assertThat(root.getValue().path("description").asText()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatComesInByHttpBringsNoHeaderOfCamels(Path file) {
        for (JsonNode from : yaml(file).findValues("from")) {
            String component = from.path("uri").asText().replaceFirst(":.*", "");
            if (!List.of("direct", "quartz", "timer").contains(component)) {
                assertThat(component).isEqualTo("platform-http");
                assertThat(from.path("parameters").path("headerFilterStrategy").asText())
                        .isEqualTo("#pageHeaders");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyStepOfARouteHasAnId(Path file) {
        List<JsonNode> steps = new ArrayList<>();
        for (JsonNode entry : yaml(file)) {
            if (entry.has("route")) {
                addSteps(entry, steps);
            }
        }

        assertThat(steps).allMatch(step -> step.elements().next().hasNonNull("id"));
    }

    private static void addSteps(JsonNode node, List<JsonNode> steps) {
        node.path("steps").forEach(steps::add);
        node.forEach(child -> addSteps(child, steps));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aRouteIsAScreenAndALineFitsIt(Path file) throws IOException {
        assertThat(Files.readAllLines(file)).allMatch(line -> line.length() < 80);
        assertThat(Arrays.stream(Files.readString(file).split("(?m)^- ")))
                .allMatch(route -> route.lines().count() <= 80);
    }

    private static JsonSchema schema(String resource) {
        try (InputStream schema = CamelContext.class.getResourceAsStream(resource)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                    .getSchema(new ObjectMapper().readTree(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode yaml(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
