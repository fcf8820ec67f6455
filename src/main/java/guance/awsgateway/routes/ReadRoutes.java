package guance.awsgateway.routes;

import java.util.Collection;
import org.apache.camel.CamelContext;
import org.apache.camel.main.DefaultRoutesCollector;
import org.apache.camel.spi.Resource;

/** Gives Camel the routes that were read, whatever the disk has by now. */
public final class ReadRoutes extends DefaultRoutesCollector {

    /** What camel.main.routes-include-pattern is unless a user gives another. */
    public static final String PATTERN = "file:routes/*.camel.yaml";

    private final RouteFiles files;

    public ReadRoutes(RouteFiles files) {
        this.files = files;
    }

    @Override
    public Collection<Resource> findRouteResourcesFromDirectory(
            CamelContext context, String excludePattern, String includePattern) {
        return PATTERN.equals(includePattern)
                ? files.resources()
                : super.findRouteResourcesFromDirectory(context, excludePattern, includePattern);
    }
}
