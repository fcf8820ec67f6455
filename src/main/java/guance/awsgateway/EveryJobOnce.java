package guance.awsgateway;

import guance.awsgateway.operations.Job;
import guance.awsgateway.target.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to the collect routes as a schedule would: targets side by side, objects before metrics.
 */
final class EveryJobOnce {

    private static final Logger LOG = LoggerFactory.getLogger(EveryJobOnce.class);

    private EveryJobOnce() {}

    /** Returns when all have ended. */
    static void run(List<Target> targets, CamelContext camel) {
        ExecutorService sideBySide = Executors.newFixedThreadPool(targets.size());
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            targets.stream()
                    .map(each -> CompletableFuture.runAsync(() -> run(each, template), sideBySide))
                    .toList()
                    .forEach(CompletableFuture::join);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sideBySide.shutdown();
        }
    }

    /** Sends what is parked, once. */
    static void replay(CamelContext camel) {
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            Exchange done = template.send("direct:replay", exchange -> {});
            if (done.getException() != null) {
                LOG.error("replay: {}", Causes.of(done.getException()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Target target, ProducerTemplate template) {
        for (Job job : Job.values()) {
            Exchange done =
                    template.send(
                            "direct:collect-" + job,
                            exchange -> exchange.setVariable("target", target.id()));
            if (done.getException() != null) {
                LOG.error("{} {}: {}", job, target.text(), Causes.of(done.getException()));
            }
        }
    }
}
