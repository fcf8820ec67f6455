package guance.awsgateway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the collector may do in AWS stands in three places, which must say the same. */
class AwsPolicyTest {

    private static final Pattern POLICY =
            Pattern.compile("```json\\n(\\{\"Version\".*?)```", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("(apigateway|cloudwatch):[A-Z]\\w+");
    private static final Pattern RESOURCE = Pattern.compile(":apigateway:\\*::(/[\\w/*]+)");

    private static JsonNode policy() throws IOException {
        return new ObjectMapper().readTree(Files.readString(Path.of("deploy/aws/policy.json")));
    }

    @Test
    void theReadmeShowsThePolicyThatIsShipped() throws IOException {
        Matcher shown = POLICY.matcher(Files.readString(Path.of("README.md")));

        assertThat(shown.find()).isTrue();
        JsonNode readme = new ObjectMapper().readTree(shown.group(1));
        assertThat(found(ACTION, readme.toString())).isEqualTo(found(ACTION, policy().toString()));
        assertThat(found(RESOURCE, readme.toString()))
                .isEqualTo(found(RESOURCE, policy().toString()))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"role.yaml", "pod-identity.yaml"})
    void theRolesOfCloudFormationMayDoTheSame(String file) throws IOException {
        String template = Files.readString(Path.of("deploy/aws").resolve(file));

        assertThat(found(ACTION, template))
                .isEqualTo(found(ACTION, policy().toString()))
                .hasSize(3);
        assertThat(found(RESOURCE, template)).isEqualTo(found(RESOURCE, policy().toString()));
    }

    private static TreeSet<String> found(Pattern pattern, String text) {
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
