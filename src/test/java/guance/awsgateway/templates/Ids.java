package guance.awsgateway.templates;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids made from names, so that a file comes out the same each time. */
final class Ids {

    private Ids() {}

    /**
     * @param prefix such as {@code chrt_}
     * @return the prefix and 32 hex digits
     */
    static String of(String prefix, String... names) {
        String name = String.join("/", names);
        return prefix
                + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
    }
}
