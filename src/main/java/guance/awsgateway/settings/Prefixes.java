package guance.awsgateway.settings;

import java.util.List;
import java.util.Locale;

/** Tells our keys and variables from everybody else's. */
final class Prefixes {
    private static final List<String> OURS =
            List.of(
                    "collector.",
                    "apis.",
                    "objects.",
                    "metrics.",
                    "guance.",
                    "dead-letter.",
                    "state.",
                    "management.",
                    "health.",
                    "log.",
                    "heartbeat.");
    private static final List<String> VARIABLES =
            OURS.stream()
                    .map(prefix -> prefix.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "_"))
                    .toList();

    private Prefixes() {}

    static boolean ownKey(String key) {
        return OURS.stream().anyMatch(key::startsWith);
    }

    static boolean ownVariable(String name) {
        return VARIABLES.stream().anyMatch(name::startsWith);
    }
}
