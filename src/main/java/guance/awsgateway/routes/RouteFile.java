package guance.awsgateway.routes;

import java.nio.charset.StandardCharsets;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;

/**
 * A file of routes as it was read.
 *
 * @param name without its directory, such as {@code post.camel.yaml}
 */
public record RouteFile(String name, String text) {

    /** Where Camel says that something comes from. */
    static final String DIRECTORY = "routes/";

    /** For Camel's loaders, which see what was read and not what the disk has now. */
    Resource resource() {
        return ResourceHelper.fromBytes(DIRECTORY + name, text.getBytes(StandardCharsets.UTF_8));
    }
}
