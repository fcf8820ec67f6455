package guance.awsgateway.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the collector shows its health.
 *
 * @param port 0 for off
 * @param tokenFile what actions need beyond loopback
 */
public record ManagementSettings(String host, int port, Optional<Path> tokenFile) {

    static ManagementSettings read(Values values) {
        return new ManagementSettings(
                values.value(Key.MANAGEMENT_HOST, ManagementSettings::host),
                values.value(Key.MANAGEMENT_PORT, Numbers.between(0, 65_535)),
                values.optional(Key.MANAGEMENT_TOKEN_FILE, PlainFiles::readable));
    }

    private static String host(String text) {
        if (!text.matches("[A-Za-z0-9.:_-]+")) {
            throw new WrongValue("not a host name or address, such as 127.0.0.1 or 0.0.0.0");
        }
        return text;
    }
}
