package guance.awsgateway;

import guance.awsgateway.routes.ReadRoutes;
import guance.awsgateway.routes.RouteFiles;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListener;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** One start of Camel with routes as they were read. */
final class Flow {

    private final Main camel = new Main();
    private volatile boolean ended;
    private volatile Thread starting;

    /**
     * @param atStop what is done before Camel waits for what is in flight, unless {@link #end}
     *     asks, or it is because the start fails
     */
    Flow(
            RouteFiles routes,
            Map<String, String> properties,
            Map<String, Object> beans,
            List<MainListener> listeners,
            Runnable atStop) {
        camel.setDefaultPropertyPlaceholderLocation("false");
        camel.setRoutesCollector(new ReadRoutes(routes));
        // Camel's own would wait for run() to end, which nobody called.
        camel.setShutdownStrategy(new SimpleMainShutdownStrategy());
        listeners.forEach(camel::addMainListener);
        camel.addMainListener(
                new AtStop(
                        () -> {
                            if (!ended && Thread.currentThread() != starting) {
                                atStop.run();
                            }
                        }));
        properties.forEach(camel::addInitialProperty);
        beans.forEach(camel::bind);
    }

    /** Null before the start. */
    CamelContext context() {
        return camel.getCamelContext();
    }

    /** Returns once the routes run; a route that cannot be loaded is an exception. */
    void start() {
        starting = Thread.currentThread();
        try {
            camel.start();
        } finally {
            starting = null;
        }
    }

    /** Makes room for other routes. */
    void end() {
        ended = true;
        stop();
    }

    /** Lets what is in flight end, or be parked, within 20 s. */
    void stop() {
        camel.stop();
        // One that did not start is not stopped by that.
        if (context() != null) {
            context().stop();
        }
        camel.getShutdownStrategy().shutdown();
    }

    /** Returns when it was stopped, by whomever. */
    void await() throws InterruptedException {
        camel.getShutdownStrategy().await();
    }
}
