package guance.awsgateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class Utf8EnvironmentTest {

    @Test
    void variablesAreReadAsUtf8() {
        byte[] raw = "A=生产 账号\0B=\0C=x=y\0not a variable\0".getBytes(UTF_8);

        assertThat(Utf8Environment.parse(raw)).isEqualTo(Map.of("A", "生产 账号", "B", "", "C", "x=y"));
    }

    @Test
    void itIsThatOfTheProcess() {
        assertThat(Utf8Environment.read()).containsEntry("PATH", System.getenv("PATH"));
    }
}
