package guance.awsgateway.point;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.standin.StrictLineProtocol;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** cases/09-lines.json, as they stand there. */
class LineCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> writesTheLineAndReadsBackItsTags() throws IOException {
        return elements("lines").map(each -> named(each.get("id").asText(), () -> roundTrip(each)));
    }

    @TestFactory
    Stream<DynamicTest> isRightInSweden() throws IOException {
        Locale before = Locale.getDefault();
        return elements("lines")
                .map(each -> named(each.get("id").asText(), () -> inSweden(each, before)));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNeverSent() throws IOException {
        return elements("never_send")
                .map(JsonNode::asText)
                .map(
                        line ->
                                named(
                                        line,
                                        () ->
                                                assertThatThrownBy(() -> parse(line))
                                                        .isInstanceOf(
                                                                StrictLineProtocol.Refused.class)));
    }

    private static void inSweden(JsonNode each, Locale before) throws IOException {
        Locale.setDefault(Locale.forLanguageTag("sv-SE"));
        try {
            roundTrip(each);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void roundTrip(JsonNode each) throws IOException {
        Point point = point(each.get("point"));

        String line = Lines.encode(point);

        assertThat(line).isEqualTo(each.get("line").asText());
        Point stored = parse(line);
        assertThat(stored.tags()).isEqualTo(strings(each.get("stored_tags")));
        assertThat(stored).isEqualTo(WireRules.clean(point).orElseThrow());
        assertThat(LineProtocol.encodedSize(point)).isEqualTo(line.getBytes(UTF_8).length);
    }

    private static Point parse(String line) {
        return StrictLineProtocol.parse(line.getBytes(UTF_8)).get(0);
    }

    private static Point point(JsonNode json) {
        Map<String, Object> fields = new HashMap<>();
        json.get("fields").properties().forEach(f -> fields.put(f.getKey(), number(f)));
        return new Point(
                json.get("measurement").asText(),
                strings(json.get("tags")),
                fields,
                json.get("time").asLong());
    }

    private static Object number(Map.Entry<String, JsonNode> field) {
        return switch (field.getValue().asText()) {
            case "NaN" -> Double.NaN;
            case "+Inf" -> Double.POSITIVE_INFINITY;
            default ->
                    field.getValue().isNumber()
                            ? (Object) field.getValue().asDouble()
                            : field.getValue().asText();
        };
    }

    private static Map<String, String> strings(JsonNode json) {
        Map<String, String> strings = new HashMap<>();
        json.properties().forEach(tag -> strings.put(tag.getKey(), tag.getValue().asText()));
        return strings;
    }

    private static Stream<JsonNode> elements(String member) throws IOException {
        try (InputStream file = LineCasesTest.class.getResourceAsStream("/cases/09-lines.json")) {
            return StreamSupport.stream(JSON.readTree(file).get(member).spliterator(), false);
        }
    }

    private static DynamicTest named(String name, Executable test) {
        return DynamicTest.dynamicTest(name, test);
    }
}
