package guance.awsgateway.operations;

import guance.awsgateway.target.Target;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to the routes that collect and replay, as a schedule would; each call returns at their end.
 * What no route has caught is logged.
 */
public final class DirectRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(DirectRoutes.class);

    /** Of the endpoints, which the routes must have. */
    public static final Set<String> NAMES =
            Set.of("collect-" + Job.OBJECTS, "collect-" + Job.METRICS, "replay");

    private final Supplier<CamelContext> camel;
    private final ReadWriteLock sending = new ReentrantReadWriteLock();

    DirectRoutes(Supplier<CamelContext> camel) {
        this.camel = camel;
    }

    /** Runs a job of a target, unless one goes on. */
    public void collect(Target target, Job job) {
        send(
                "direct:collect-" + job,
                job + " " + target.text(),
                exchange -> exchange.setVariable("target", target.id()));
    }

    /** Sends what is parked, until it fails. */
    public void replay() {
        send("direct:replay", "replay", exchange -> {});
    }

    /**
     * Acts while nothing is sent; what comes meanwhile waits.
     *
     * @return false, without having acted, where something is
     */
    public boolean between(Runnable action) {
        if (!sending.writeLock().tryLock()) {
            return false;
        }
        try {
            action.run();
            return true;
        } finally {
            sending.writeLock().unlock();
        }
    }

    private void send(String route, String label, Processor fill) {
        sending.readLock().lock();
        try (ProducerTemplate template = camel.get().createProducerTemplate()) {
            Exchange done = template.send(route, fill);
            if (done.getException() != null) {
                LOG.error(
                        Code.ROUTE_FAILED.marker(),
                        "{}: {}",
                        label,
                        Causes.of(done.getException()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sending.readLock().unlock();
        }
    }
}
