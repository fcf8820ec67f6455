package guance.awsgateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The environment as UTF-8. A container mostly has no locale, and Java then reads the variables as
 * ASCII: an account name in Chinese would be lost.
 */
final class Utf8Environment {

    private static final Path RAW = Path.of("/proc/self/environ");

    private Utf8Environment() {}

    /** As Java sees it where the system does not show the bytes. */
    static Map<String, String> read() {
        try {
            return Files.isReadable(RAW) ? parse(Files.readAllBytes(RAW)) : System.getenv();
        } catch (IOException e) {
            return System.getenv();
        }
    }

    /**
     * @param raw {@code NAME=value}, a zero byte behind each; source: proc(5)
     */
    static Map<String, String> parse(byte[] raw) {
        Map<String, String> variables = new HashMap<>();
        for (String variable : new String(raw, StandardCharsets.UTF_8).split("\0")) {
            int equals = variable.indexOf('=');
            if (equals > 0) {
                variables.putIfAbsent(
                        variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        return variables;
    }
}
