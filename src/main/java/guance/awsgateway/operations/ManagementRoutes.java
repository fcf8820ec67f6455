package guance.awsgateway.operations;

import io.vertx.ext.web.Router;

/**
 * What the management server answers besides Camel's own paths; every bean of this type is added.
 */
public interface ManagementRoutes {

    /**
     * Called once, before the routes of Camel start, and only where there is a server. A handler
     * that may wait (disk, locks) is given by {@code blockingHandler}: the others share one thread.
     */
    void addTo(Router router);
}
