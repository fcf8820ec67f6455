package guance.awsgateway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the OpenVEX file says of the libraries, beside the libraries that are there. */
class VexTest {

    private static final String PRODUCT = "pkg:maven/guance/guance-aws-gateway@%s?type=jar";

    /** Source: the OpenVEX specification 0.2.0, Status Justifications. */
    private static final Set<String> JUSTIFICATIONS =
            Set.of(
                    "component_not_present",
                    "vulnerable_code_not_present",
                    "vulnerable_code_not_in_execute_path",
                    "vulnerable_code_cannot_be_controlled_by_adversary",
                    "inline_mitigations_already_exist");

    private static List<JsonNode> statements() throws IOException {
        Path file = Path.of("deploy/guance-aws-gateway.openvex.json");
        List<JsonNode> statements = new ArrayList<>();
        new ObjectMapper()
                .readTree(Files.readString(file))
                .path("statements")
                .forEach(statements::add);
        return statements;
    }

    private static List<String> libraries(JsonNode statement) {
        return statement.path("products").get(0).path("subcomponents").findValuesAsText("@id");
    }

    /** Such as {@code pkg:maven/org.apache.camel/camel-http@4.18.0} in place of a jar's path. */
    private static boolean isThere(String library, boolean inThatVersion) {
        String name = library.replaceFirst("^.*/", "");
        String jar = inThatVersion ? name.replace('@', '-') + ".jar" : name.replaceFirst("@.*", "");
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String file = Path.of(path).getFileName().toString();
            if (inThatVersion ? file.equals(jar) : file.matches("\\Q" + jar + "\\E-\\d.*\\.jar")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyStatementIsOfThisProductAndSaysWhy() throws IOException {
        String version =
                Files.readString(Path.of("pom.xml"))
                        .replaceFirst("(?s).*?<version>([^<]+)</version>.*", "$1");

        assertThat(statements())
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        each -> {
                            assertThat(each.path("products").get(0).path("@id").textValue())
                                    .isEqualTo(PRODUCT.formatted(version));
                            assertThat(libraries(each)).isNotEmpty();
                            assertThat(says(each)).isTrue();
                        });
    }

    private static boolean says(JsonNode statement) {
        return switch (statement.path("status").textValue()) {
            case "not_affected" ->
                    JUSTIFICATIONS.contains(statement.path("justification").textValue())
                            && !statement.path("impact_statement").asText().isBlank();
            case "fixed" -> statement.path("justification").isMissingNode();
            default -> false;
        };
    }

    @Test
    void eachVulnerabilityIsNamedOnce() throws IOException {
        List<String> names =
                statements().stream().map(each -> each.at("/vulnerability/name").asText()).toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("CVE-\\d+-\\d+"));
    }

    @Test
    void whatIsSaidToBeAbsentIsAbsentAndTheRestIsThereInThatVersion() throws IOException {
        Set<String> wrong = new TreeSet<>();
        for (JsonNode statement : statements()) {
            boolean absent =
                    statement.path("justification").asText().equals("component_not_present");
            for (String library : libraries(statement)) {
                if (isThere(library, !absent) == absent) {
                    wrong.add(library);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }
}
